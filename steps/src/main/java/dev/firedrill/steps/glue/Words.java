package dev.firedrill.steps.glue;

import dev.firedrill.fixtures.expect.GitFate;
import dev.firedrill.steps.rehearsal.Moment;
import dev.firedrill.steps.rehearsal.RestartMoment;
import dev.firedrill.steps.rehearsal.RolloutOrder;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Store;
import io.cucumber.java.ParameterType;

/** The words of the features that stand for a value. */
public final class Words {
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
    public Moment told(String text) {
        return switch (text) {
            case "to the microsecond" -> Moment.EXACT;
            case "as the microsecond after it" -> Moment.JUST_AFTER;
            case "as the microsecond before it" -> Moment.JUST_BEFORE;
            case "in the local time of Budapest" -> Moment.IN_BUDAPEST;
            case "in the local time of Kathmandu" -> Moment.IN_KATHMANDU;
            case "in a local time that the clocks show twice" -> Moment.BEFORE_CLOCKS_GO_BACK;
            case "in that local time, taken for the second time" -> Moment.TAKEN_FOR_THE_REPETITION;
            case "in the local time of Budapest without saying so" -> Moment.LOCAL_TIME_TAKEN_FOR_UTC;
            case "by a clock that is ten minutes fast" -> Moment.CLOCK_MINUTES_AHEAD;
            default -> Moment.DAY_BEFORE;
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
