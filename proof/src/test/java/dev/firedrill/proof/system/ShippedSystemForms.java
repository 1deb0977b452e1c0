package dev.firedrill.proof.system;

import dev.firedrill.conformance.Form;
import dev.firedrill.conformance.FormProvider;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.system.SystemForm;
import java.util.List;

/** Our orchestrator as it is shipped, and one that takes labels away, which is the same to whoever starts and ends it. */
public final class ShippedSystemForms implements FormProvider {
    private static final String BROKEN = "labels-wiped";

    private final ProcessSupervisor supervisor = ProcessSupervisor.open();

    @Override
    public List<Form<?>> forms() {
        return List.of(
                Form.of(
                        "firedrill",
                        SystemOnItsOwnStores.class,
                        () -> new SystemOnItsOwnStores(supervisor, SystemForm::intact)),
                Form.of(
                        BROKEN,
                        SystemOnItsOwnStores.class,
                        () -> new SystemOnItsOwnStores(supervisor, form -> form.broken(BROKEN))));
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
