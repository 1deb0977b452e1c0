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
import dev.firedrill.scenarios.run.ScenarioContext;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.history.Markers;
import dev.firedrill.workload.history.Workload;
import dev.firedrill.workload.ledger.Change;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.porch.NewRevision;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Work before and after two marks whose times are known, and what comes of putting the package cache back to a time. */
public final class PointInTimeScenario {
    private static final RecoveryPoint FIRST = new RecoveryPoint("first-mark");
    private static final RecoveryPoint SECOND = new RecoveryPoint("second-mark");
    private static final String WINDOW = "can be put back to any time from";

    private final ScenarioContext rehearsal;
    private final ScenarioRun told;
    private Optional<String> refusal = Optional.empty();
    private boolean touched;

    PointInTimeScenario(ScenarioContext rehearsal, ScenarioRun told) {
        this.rehearsal = rehearsal;
        this.told = told;
    }

    /** A draft, then two marks in every store, then another draft. */
    public void workAroundMarks() {
        told.recovery().startAndSettle();
        Workload workload = new Workload(told.workbench().porch(), told.ledger());
        draft(workload, "written-before-the-marks");
        mark(FIRST);
        mark(SECOND);
        draft(workload, "written-after-the-marks");
        keep(RecoveryPoint.DISASTER);
    }

    /** Puts the cache back to a time that it can reach; the recovery follows, and the judge compares with the mark. */
    public void putBackTo(ClockReading moment) {
        RecoveryPoint reached = moment == ClockReading.JUST_BEFORE ? FIRST : SECOND;
        putBack(Fate.intact(), reached, moment.from(timeOf(SECOND)));
    }

    /** Puts the cache back to what a clock shows for the marks that is as slow as {@code point} is old. */
    public void putBackByASlowClock(RecoveryPoint point) {
        putBack(Fate.intact(), point, timeOf(point));
    }

    /** Puts cluster and git back to a point, and the cache to the time at which it saw a point by its own clock. */
    public void putEverythingBack(RecoveryPoint point, RecoveryPoint ofTheCache) {
        putBack(Fate.restored(point), ofTheCache, timeOf(ofTheCache));
    }

    /** Asks for a time that the cache cannot reach. */
    public void tryToPutBackTo(ClockReading moment) {
        told.laboratory().endOrchestrator();
        refuse(moment.from(timeOf(SECOND)));
    }

    /** Asks for the second mark's time after the cache was put back to a moment before it. */
    public void tryAfterAnotherRestore() {
        OffsetDateTime wanted = timeOf(SECOND);
        told.laboratory().endOrchestrator();
        cache().rewindTo(RecoveryPoint.DISASTER);
        refuse(wanted);
    }

    /** Asks for the second mark's time after the cache was lost, with all of its log that nobody had archived yet. */
    public void tryAfterALoss() {
        OffsetDateTime wanted = timeOf(SECOND);
        told.laboratory().endOrchestrator();
        cache().lose();
        refuse(wanted);
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

    /** The newest mark that the cache has: what it says of itself, whatever time was asked for. */
    public void standsAt(RecoveryPoint point) {
        claim("the newest mark in the package cache")
                .isEqual(new Markers(told.workbench()).inDatabase(), Optional.of(point));
    }

    private void putBack(Fate others, RecoveryPoint reached, OffsetDateTime moment) {
        rehearsal.strike(DisasterPlan.of(others, others, Fate.restored(reached)).reaching(reached, moment));
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

    private OffsetDateTime timeOf(RecoveryPoint point) {
        return DatabasePitr.of(cache()).ofMarker(point);
    }

    private PackageCache cache() {
        return told.laboratory().database();
    }

    private void mark(RecoveryPoint point) {
        new Markers(told.workbench()).write(point);
        keep(point);
    }

    private void draft(Workload workload, String packageName) {
        if (!workload.create(NewRevision.init(PackageNames.named(packageName), "Written around the marks"))
                .done()) {
            throw new EnvironmentFailure("The draft " + packageName + " could not be written");
        }
    }

    private void keep(RecoveryPoint point) {
        told.ledger().done("harness", Operation.KEEP, "stores", new Change.Kept(point));
    }
}
