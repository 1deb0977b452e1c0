package dev.firedrill.environments.system.shipped;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.system.SystemForm;
import dev.firedrill.environments.role.system.SystemStores;
import dev.firedrill.environments.role.system.SystemUnderTest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The form {@code firedrill}: our orchestrator, which the shipped recovery and wrong ones run in turn, one at a time. */
public final class ShippedForm implements SystemForm {
    private final ShippedHost host;
    private final SystemStores stores;
    private final ShippedSettings settings;
    private final SystemUnderTest intact;
    private final Map<String, SystemUnderTest> broken = new ConcurrentHashMap<>();

    /**
     * Starts nothing yet.
     *
     * @param name tells its processes from others of the run: letters, digits and dashes
     */
    public ShippedForm(ProcessSupervisor supervisor, String name, SystemStores stores, ShippedSettings settings) {
        this.host = new ShippedHost(supervisor, name);
        this.stores = stores;
        this.settings = settings;
        this.intact = new ShippedSystem(host, Optional.empty(), stores, settings);
    }

    @Override
    public SystemUnderTest intact() {
        return intact;
    }

    @Override
    public SystemUnderTest broken(String recovery) {
        return broken.computeIfAbsent(recovery, name -> new ShippedSystem(host, Optional.of(name), stores, settings));
    }

    @Override
    public void close() {
        host.close();
    }
}
