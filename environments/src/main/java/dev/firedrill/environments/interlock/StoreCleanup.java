package dev.firedrill.environments.interlock;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.model.EnvironmentFailure;
import java.util.ArrayList;
import java.util.List;

/** Hands back what a run has taken, also when a person stops the run in the middle: the supervisor closes this with itself. */
public final class StoreCleanup {
    private final List<StoreRole> taken = new ArrayList<>();

    private StoreCleanup() {}

    public static <T extends StoreRole> T promised(ProcessSupervisor supervisor, T store) {
        supervisor
                .shared(StoreCleanup.class, StoreCleanup::new, StoreCleanup::close)
                .add(store);
        return store;
    }

    private synchronized void add(StoreRole store) {
        taken.add(store);
    }

    private synchronized void close() {
        List<String> kept = new ArrayList<>();
        for (StoreRole store : taken) {
            try {
                store.close();
            } catch (EnvironmentFailure refused) {
                kept.add(refused.getMessage());
            }
        }
        taken.clear();
        if (!kept.isEmpty()) {
            throw new EnvironmentFailure(String.join("\n", kept));
        }
    }
}
