package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.model.Witness;
import java.util.List;

/** The disk below the data, filled to the last byte until closed. */
final class FullDisk implements Outage {
    private static final String BALLAST = PostgresSpec.DATA + "/firedrill-ballast";
    private static final String NEEDS_ROOM =
            "CREATE TEMPORARY TABLE firedrill_probe AS SELECT repeat('x', 1000) FROM generate_series(1, 20000)";

    private final RunningContainer container;
    private final CacheProbe probe;

    private FullDisk(RunningContainer container, CacheProbe probe) {
        this.container = container;
        this.probe = probe;
    }

    static FullDisk fill(RunningContainer container, CacheProbe probe) {
        // dd is meant to fail: it ends when nothing more fits.
        container.tryRun("root", List.of("sh", "-c", "dd if=/dev/zero of=" + BALLAST + " bs=4k 2>/dev/null; sync"));
        return new FullDisk(container, probe);
    }

    @Override
    public Witness witness() {
        return probe.witness(
                "the disk of the package cache is full", connection -> Login.execute(connection, NEEDS_ROOM));
    }

    @Override
    public void close() {
        if (container.runs()) {
            container.run("root", List.of("rm", "-f", BALLAST));
        }
    }
}
