package dev.firedrill.recovery.align;

import dev.firedrill.recovery.cache.CacheConflict;
import dev.firedrill.recovery.cache.CacheRefused;
import dev.firedrill.recovery.cache.CacheUnavailable;
import dev.firedrill.recovery.cluster.ClusterUnavailable;
import dev.firedrill.recovery.git.GitRefused;
import dev.firedrill.recovery.git.GitUnavailable;
import dev.firedrill.recovery.plan.Action;
import java.util.ArrayList;
import java.util.List;

/** What became of the actions for one Repository. */
final class RepositoryWork {
    private final List<Action> applied = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> lagging = new ArrayList<>();
    private boolean gitIsGone;

    /** Applies in order. What is refused does not keep the rest from being done; a store that is gone does. */
    void apply(List<Action> actions, Applier applier) {
        for (Action action : actions) {
            if (isPointless(action)) {
                continue;
            }
            try {
                applier.apply(action);
                applied.add(action);
            } catch (CacheRefused | CacheConflict e) {
                problems.add(action.subject() + ": " + e.getMessage());
            } catch (GitRefused e) {
                lagging.add(action.subject() + ": " + e.getMessage());
            } catch (GitUnavailable e) {
                lagging.add(String.valueOf(e.getMessage()));
                gitIsGone = true;
            } catch (CacheUnavailable | ClusterUnavailable e) {
                problems.add(String.valueOf(e.getMessage()));
                return;
            }
        }
    }

    /**
     * A draft that was not brought back has to be tried again, and must not be taken for one that nobody wants; and a git
     * server that does not answer is not waited for again for every branch.
     */
    private boolean isPointless(Action action) {
        return action instanceof Action.KnowDrafts && !problems.isEmpty()
                || action instanceof Action.SettleBranch && gitIsGone;
    }

    List<Action> applied() {
        return applied;
    }

    /** What keeps the Repository from being ready. */
    List<String> problems() {
        return problems;
    }

    /**
     * Branches of drafts that are not what they should be, which keeps nothing from being ready: the cache is the truth for
     * drafts, and whoever could not write to it any more could not correct the draft that git refuses.
     */
    List<String> lagging() {
        return lagging;
    }
}
