package dev.firedrill.scenarios.sweep;

import dev.firedrill.environments.role.system.JournalStep;
import dev.firedrill.model.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a recovery at which it is interrupted, and how.
 *
 * @param stage in which process
 * @param step right after which of its steps
 * @param cut the store from which the process is cut off for a while; empty when it is killed
 */
record CrashPoint(RecoveryStage stage, JournalStep step, Optional<Store> cut) {
    /** Every way of interrupting {@code steps} right after each of them: a kill, and a cut of each connection. */
    static List<CrashPoint> all(RecoveryStage stage, List<JournalStep> steps) {
        List<CrashPoint> points = new ArrayList<>();
        for (JournalStep step : steps) {
            points.add(new CrashPoint(stage, step, Optional.empty()));
            for (Store store : Store.values()) {
                points.add(new CrashPoint(stage, step, Optional.of(store)));
            }
        }
        return points;
    }

    /** Whether the process is killed. */
    boolean kills() {
        return cut.isEmpty();
    }

    @Override
    public String toString() {
        return stage + " "
                + cut.map(store -> "was cut off from " + named(store)).orElse("was killed") + " after " + step;
    }

    private static String named(Store store) {
        return store == Store.GIT ? store.title() : "the " + store.title();
    }
}
