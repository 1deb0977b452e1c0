package dev.firedrill.steps;

import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.scenarios.plan.ClockReading;
import dev.firedrill.scenarios.plan.RestartMoment;
import dev.firedrill.scenarios.plan.RolloutOrder;
import io.cucumber.java.ParameterType;

/** The words of the features that stand for a value. */
public final class ParameterTypes {
    /** What a disaster does to a store. */
    @ParameterType("intact|lost|restored to [A-Z][0-9]*")
    public Fate fate(String text) {
        return switch (text) {
            case "intact" -> Fate.intact();
            case "lost" -> Fate.lost();
            default -> Fate.restored(new RecoveryPoint(text.substring("restored to ".length())));
        };
    }

    /** What a disaster does to single git repositories. */
    @ParameterType(
            "out of reach|removed|emptied|emptied and its branch is created again|without its tags|without its tags for a while|lost|restored to [A-Z][0-9]*")
    public GitFate gitFate(String text) {
        return switch (text) {
            case "out of reach" -> new GitFate.Unreachable();
            case "removed" -> new GitFate.Removed();
            case "emptied" -> new GitFate.EmptiedWithoutBranch();
            case "emptied and its branch is created again" -> new GitFate.EmptiedWithBranchCreation();
            case "without its tags" -> new GitFate.TagsMissing();
            case "without its tags for a while" -> new GitFate.TagsMissingForAWhile();
            default -> new GitFate.Ordinary(fate(text));
        };
    }

    /** A time as people give it. */
    @ParameterType(
            "to the microsecond|as the microsecond after it|as the microsecond before it|in the local time of Budapest|in the local time of Kathmandu|in a local time that the clocks show twice|in that local time, taken for the second time|in the local time of Budapest without saying so|by a clock that is ten minutes fast|as the day before")
    public ClockReading told(String text) {
        return switch (text) {
            case "to the microsecond" -> ClockReading.EXACT;
            case "as the microsecond after it" -> ClockReading.JUST_AFTER;
            case "as the microsecond before it" -> ClockReading.JUST_BEFORE;
            case "in the local time of Budapest" -> ClockReading.IN_BUDAPEST;
            case "in the local time of Kathmandu" -> ClockReading.IN_KATHMANDU;
            case "in a local time that the clocks show twice" -> ClockReading.BEFORE_CLOCKS_GO_BACK;
            case "in that local time, taken for the second time" -> ClockReading.TAKEN_FOR_THE_REPETITION;
            case "in the local time of Budapest without saying so" -> ClockReading.LOCAL_TIME_TAKEN_FOR_UTC;
            case "by a clock that is ten minutes fast" -> ClockReading.CLOCK_MINUTES_AHEAD;
            default -> ClockReading.DAY_BEFORE;
        };
    }

    /** A store as people call it. */
    @ParameterType("control plane|git server|package cache")
    public Store store(String text) {
        return switch (text) {
            case "control plane" -> Store.CONTROL_PLANE;
            case "git server" -> Store.GIT;
            default -> Store.DATABASE;
        };
    }

    /** A recovery point by its name. */
    @ParameterType("P1|P2")
    public RecoveryPoint point(String text) {
        return new RecoveryPoint(text);
    }

    /** What an orchestrator was doing when it was killed. */
    @ParameterType("while it is idle|during a synchronisation")
    public RestartMoment moment(String text) {
        return text.equals("while it is idle") ? RestartMoment.IDLE : RestartMoment.SYNCHRONISING;
    }

    /** How GitOps brings objects back. */
    @ParameterType(
            "with Repositories first|with PackageVariants first|with what is downstream first|in an order drawn from the seed")
    public RolloutOrder order(String text) {
        return switch (text) {
            case "with Repositories first" -> RolloutOrder.REPOSITORIES_FIRST;
            case "with PackageVariants first" -> RolloutOrder.VARIANTS_FIRST;
            case "with what is downstream first" -> RolloutOrder.DOWNSTREAM_FIRST;
            default -> RolloutOrder.SHUFFLED;
        };
    }
}
