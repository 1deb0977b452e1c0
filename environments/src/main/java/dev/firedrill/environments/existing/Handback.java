package dev.firedrill.environments.existing;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.util.ArrayList;
import java.util.List;

/** Hands back what a run has taken, also when a person stops the run in the middle: the leash closes this with itself. */
final class Handback {
    private final List<StoreRole> taken = new ArrayList<>();

    private Handback() {}

    static <T extends StoreRole> T promised(Leash leash, T store) {
        leash.shared(Handback.class, Handback::new, Handback::close).add(store);
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
            } catch (LaboratoryBroken refused) {
                kept.add(refused.getMessage());
            }
        }
        taken.clear();
        if (!kept.isEmpty()) {
            throw new LaboratoryBroken(String.join("\n", kept));
        }
    }
}
