package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitUnavailable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of the actions for one Repository. */
final class RepositoryWork {
    private static final Logger LOG = LoggerFactory.getLogger(RepositoryWork.class);

    private final List<Action> applied = new ArrayList<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> lagging = new ArrayList<>();
    private boolean gitIsGone;

    /**
     * Applies in order. A refusal, or a defect of the recovery, concerns the object of that action only, and the actions after
     * it are applied; a store that is gone ends the work.
     */
    void apply(List<Action> actions, Applier applier) {
        for (Action action : actions) {
            if (isPointless(action)) {
                continue;
            }
            String subject = action.subject().name();
            try {
                applier.apply(action);
                applied.add(action);
            } catch (CacheRefused | ClusterRefused e) {
                refused.put(subject, subject + ": " + e.getMessage());
            } catch (CacheConflict e) {
                problems.add(subject + ": " + e.getMessage());
            } catch (GitRefused e) {
                lagging.add(subject + ": " + e.getMessage());
            } catch (GitUnavailable e) {
                lagging.add(String.valueOf(e.getMessage()));
                gitIsGone = true;
            } catch (CacheUnavailable | ClusterUnavailable e) {
                problems.add(String.valueOf(e.getMessage()));
                return;
            } catch (UncheckedIOException e) {
                // The journal cannot be written: nothing may be done that is not recorded.
                throw e;
            } catch (RuntimeException e) {
                LOG.error("{}: what was to be done failed inside of the recovery", subject, e);
                refused.put(
                        subject,
                        subject + ": '" + action.text() + "' failed inside of the recovery, whose log says why.");
            }
        }
    }

    /**
     * A draft that was not brought back has to be tried again, and must not be taken for a deleted one; and a git
     * server that does not answer is not waited for again for every branch.
     */
    private boolean isPointless(Action action) {
        return action instanceof Action.KnowDrafts && !(problems.isEmpty() && refused.isEmpty())
                || action instanceof Action.SyncDraftBranch && gitIsGone;
    }

    List<Action> applied() {
        return applied;
    }

    /** What could not be done for single objects, and why, by the object's name; trying again alone does not help. */
    Map<String, String> refused() {
        return refused;
    }

    /** What keeps the Repository from being aligned. */
    List<String> problems() {
        return problems;
    }

    /**
     * Branches of drafts that are not what they should be, which keeps nothing from being ready: the cache is the truth for
     * drafts, and a Repository that is not ready would keep users from correcting the draft that git refuses.
     */
    List<String> lagging() {
        return lagging;
    }
}
