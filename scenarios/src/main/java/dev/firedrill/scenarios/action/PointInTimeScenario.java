package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.faults.DatabasePitr;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Fate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.plan.ClockReading;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.DisasterScenario;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.history.Markers;
import dev.firedrill.workload.history.Workload;
import dev.firedrill.workload.ledger.Change;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.porch.NewRevision;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Work before and after two markers whose times are known, and what comes of restoring the package cache to a time. */
public final class PointInTimeScenario {
    private static final RecoveryPoint FIRST = new RecoveryPoint("first-mark");
    private static final RecoveryPoint SECOND = new RecoveryPoint("second-mark");
    private static final String WINDOW = "can be put back to any time from";

    private final CurrentRun run;
    private final DisasterScenario disaster;
    private Optional<OffsetDateTime> wanted = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean touched;

    public PointInTimeScenario(CurrentRun run, DisasterScenario disaster) {
        this.run = run;
        this.disaster = disaster;
    }

    /** A draft, then two markers in every store, then another draft. */
    public void workAroundMarkers() {
        told().recovery().startAndSettle();
        Workload workload = new Workload(told().workbench().porch(), told().ledger());
        draft(workload, "written-before-the-marks");
        mark(FIRST);
        mark(SECOND);
        draft(workload, "written-after-the-marks");
        keep(RecoveryPoint.DISASTER);
    }

    /** Restores the cache to a time that it can reach; the recovery follows, and the judge compares with the marker. */
    public void restoreTo(ClockReading reading) {
        RecoveryPoint reached = reading == ClockReading.JUST_BEFORE ? FIRST : SECOND;
        OffsetDateTime time = reading.from(timeOf(SECOND));
        disaster.strike(DisasterPlan.of(Fate.intact(), Fate.intact(), Fate.restored(reached))
                .restoredToTime(reached, time));
    }

    /** The cache has been restored to a moment before the markers, by somebody who did not know better. */
    public void restoredToBeforeTheMarkers() {
        wanted = Optional.of(timeOf(SECOND));
        told().environment().endOrchestrator();
        cache().rewindTo(RecoveryPoint.DISASTER);
    }

    /** The cache is lost, with all of its log that nobody had archived yet. */
    public void lostWithItsNewestLog() {
        wanted = Optional.of(timeOf(SECOND));
        told().environment().endOrchestrator();
        cache().lose();
    }

    /** Asks for the second marker's time, which the cache cannot reach. */
    public void tryToRestoreTo(ClockReading reading) {
        OffsetDateTime time = reading.from(wanted.orElseGet(() -> timeOf(SECOND)));
        told().environment().endOrchestrator();
        refuse(time);
    }

    /** The refusal came before anything was done, and it says what could be done. */
    public void wasRefusedByName() {
        claim("the refusal").mentions(refusal.orElse("there was none"), WINDOW);
        claim("whether the package cache was touched").isEqual(touched, false);
    }

    /** The refusal says this too. */
    public void refusalSays(String words) {
        claim("the refusal").mentions(refusal.orElse("there was none"), words);
    }

    /** The newest marker that the cache has: what it says of itself, whatever time was asked for. */
    public void newestMarkerIs(RecoveryPoint point) {
        claim("the newest marker in the package cache")
                .isEqual(new Markers(told().workbench()).inDatabase(), Optional.of(point));
    }

    private void refuse(OffsetDateTime moment) {
        String before = cache().incarnation();
        try {
            DatabasePitr.of(cache()).rewindTo(moment);
        } catch (IllegalArgumentException refused) {
            refusal = Optional.of(String.valueOf(refused.getMessage()));
        }
        touched = !cache().incarnation().equals(before);
    }

    private ScenarioRun told() {
        return run.get();
    }

    private OffsetDateTime timeOf(RecoveryPoint point) {
        return DatabasePitr.of(cache()).ofMarker(point);
    }

    private PackageCache cache() {
        return told().environment().database();
    }

    private void mark(RecoveryPoint point) {
        new Markers(told().workbench()).write(point);
        keep(point);
    }

    private void draft(Workload workload, String packageName) {
        if (!workload.create(NewRevision.init(PackageNames.named(packageName), "Written around the marks"))
                .done()) {
            throw new EnvironmentFailure("The draft " + packageName + " could not be written");
        }
    }

    private void keep(RecoveryPoint point) {
        told().ledger().done("harness", Operation.KEEP, "stores", new Change.Kept(point));
    }
}
