package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.fixtures.history.Markers;
import dev.firedrill.fixtures.history.Workload;
import dev.firedrill.fixtures.ledger.Change;
import dev.firedrill.fixtures.ledger.Operation;
import dev.firedrill.fixtures.porch.NewRevision;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Work before and after a mark whose time is known, and what comes of putting the package cache back to a time. */
public final class TimeTravel {
    private static final RecoveryPoint MARK = new RecoveryPoint("the-mark");
    private static final String WINDOW = "can be put back to any time from";

    private final Rehearsal rehearsal;
    private final Telling told;
    private Optional<OffsetDateTime> mark = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean touched;

    TimeTravel(Rehearsal rehearsal, Telling told) {
        this.rehearsal = rehearsal;
        this.told = told;
    }

    /** A draft, then a mark in every store, then another draft. */
    public void workAroundAMark() {
        rehearsal.startAndSettle();
        Workload workload = new Workload(told.workbench().porch(), told.ledger());
        draft(workload, "written-before-the-mark");
        new Markers(told.workbench()).write(MARK);
        keep(MARK);
        mark = Optional.of(MomentsOfTheCache.of(cache()).ofNewestMarker());
        draft(workload, "written-after-the-mark");
        keep(RecoveryPoint.DISASTER);
    }

    /** Puts the cache back to a time that it can reach; the recovery follows, and the judge compares with the mark. */
    public void putBackTo(Moment moment) {
        rehearsal.strike(
                Course.of(Fate.intact(), Fate.intact(), Fate.restored(MARK)).reaching(MARK, moment.from(time())));
    }

    /** Asks for a time that the cache cannot reach. */
    public void tryToPutBackTo(Moment moment) {
        told.laboratory().stopOrchestrator();
        refuse(moment.from(time()));
    }

    /** Asks for the mark's time after the cache was put back to a moment before it. */
    public void tryAfterAnotherRestore() {
        told.laboratory().stopOrchestrator();
        cache().rewindTo(RecoveryPoint.DISASTER);
        refuse(time());
    }

    /** Asks for the mark's time after the cache was lost, with all of its log that nobody had archived yet. */
    public void tryAfterALoss() {
        told.laboratory().stopOrchestrator();
        cache().lose();
        refuse(time());
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

    private void refuse(OffsetDateTime moment) {
        String before = cache().incarnation();
        try {
            MomentsOfTheCache.of(cache()).rewindTo(moment);
        } catch (IllegalArgumentException refused) {
            refusal = Optional.of(String.valueOf(refused.getMessage()));
        }
        touched = !cache().incarnation().equals(before);
    }

    private OffsetDateTime time() {
        return mark.orElseThrow(() -> new LaboratoryBroken("No mark was written in this scenario"));
    }

    private PackageCache cache() {
        return told.laboratory().database();
    }

    private void draft(Workload workload, String packageName) {
        if (!workload.create(NewRevision.init(Packages.named(packageName), "Written around a mark"))
                .done()) {
            throw new LaboratoryBroken("The draft " + packageName + " could not be written");
        }
    }

    private void keep(RecoveryPoint point) {
        told.ledger().done("harness", Operation.KEEP, "stores", new Change.Kept(point));
    }
}
