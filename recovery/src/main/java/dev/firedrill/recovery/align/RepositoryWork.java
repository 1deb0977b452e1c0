package dev.firedrill.recovery.align;

import dev.firedrill.recovery.cache.CacheConflict;
import dev.firedrill.recovery.cache.CacheRefused;
import dev.firedrill.recovery.cache.CacheUnavailable;
import dev.firedrill.recovery.cluster.ClusterUnavailable;
import dev.firedrill.recovery.plan.Action;
import java.util.ArrayList;
import java.util.List;

/** What became of the actions for one Repository. */
final class RepositoryWork {
    private final List<Action> applied = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** Applies in order. What is refused does not keep the rest from being done; a store that is gone does. */
    void apply(List<Action> actions, Applier applier) {
        for (Action action : actions) {
            try {
                applier.apply(action);
                applied.add(action);
            } catch (CacheRefused | CacheConflict e) {
                problems.add(action.subject() + ": " + e.getMessage());
            } catch (CacheUnavailable | ClusterUnavailable e) {
                problems.add(String.valueOf(e.getMessage()));
                return;
            }
        }
    }

    List<Action> applied() {
        return applied;
    }

    List<String> problems() {
        return problems;
    }
}
