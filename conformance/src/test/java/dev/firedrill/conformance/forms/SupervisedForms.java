package dev.firedrill.conformance.forms;

import dev.firedrill.conformance.FormProvider;
import dev.firedrill.environments.process.ProcessSupervisor;
import org.jspecify.annotations.Nullable;

/** Forms that share a supervisor of processes, opened by the first of them and closed after the last suite. */
abstract class SupervisedForms implements FormProvider {
    private @Nullable ProcessSupervisor supervisor;

    final synchronized ProcessSupervisor supervisor() {
        if (supervisor == null) {
            supervisor = ProcessSupervisor.open();
        }
        return supervisor;
    }

    @Override
    public final synchronized void close() {
        if (supervisor != null) {
            supervisor.close();
        }
    }
}
