package dev.firedrill.steps;

import dev.firedrill.faults.Misconfiguration;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.scenarios.plan.ClockReading;
import dev.firedrill.scenarios.plan.DisasterPhrase;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.RolloutOrder;
import dev.firedrill.scenarios.plan.RolloutStrategy;
import io.cucumber.java.ParameterType;
import java.util.function.UnaryOperator;

/** The words of the features that stand for a value. What stands for a claim or a deed is beside the step that uses it. */
public final class ParameterTypes {
    private static final String WITHOUT_WAITING = ", without waiting in between";
    private static final String INTERRUPTED = ", interrupted half-way and resumed";
    private static final String ORDERS =
            "with Repositories first|with PackageVariants first|with what is downstream first|in an order drawn from the seed";

    /** What becomes of stores and git repositories. */
    @ParameterType(DisasterPhrase.PATTERN)
    public DisasterPhrase disaster(String text) {
        return DisasterPhrase.in(text).orElseThrow();
    }

    /** What holds while a disaster happens and while the system recovers from it. */
    @ParameterType(
            "the orchestrator is stopped until all stores are restored|removals are not confirmed|no manifest is applied|drafts and proposals are backed up separately")
    public UnaryOperator<DisasterPlan> condition(String text) {
        return switch (text) {
            case "the orchestrator is stopped until all stores are restored" -> DisasterPlan::unattended;
            case "removals are not confirmed" -> DisasterPlan::withoutConfirmation;
            case "no manifest is applied" -> DisasterPlan::withoutManifests;
            case "drafts and proposals are backed up separately" -> DisasterPlan::withUnapprovedPutBack;
            default -> throw Phrase.unknown(text);
        };
    }

    /** How GitOps brings objects back. */
    @ParameterType("(?:" + ORDERS + "), \\d+ at a time(?:" + WITHOUT_WAITING + "|" + INTERRUPTED + ")?")
    public RolloutStrategy rollout(String text) {
        String[] parts = text.split(", ");
        RolloutStrategy strategy = RolloutStrategy.of(order(parts[0]), Integer.parseInt(parts[1].split(" ")[0]));
        if (text.endsWith(WITHOUT_WAITING)) {
            return strategy.withoutWaiting();
        }
        return text.endsWith(INTERRUPTED) ? strategy.interruptedHalfWay() : strategy;
    }

    /** What may be wrong with stores, and with how an orchestrator gets at them. */
    @ParameterType(
            "the git server cannot be reached|the git password is wrong|the password of the package cache is wrong|a table of the package cache is missing|the definition of Repositories is missing|a Repository is invalid")
    public Misconfiguration problem(String text) {
        return switch (text) {
            case "the git server cannot be reached" -> Misconfiguration.GIT_UNREACHABLE;
            case "the git password is wrong" -> Misconfiguration.GIT_PASSWORD_WRONG;
            case "the password of the package cache is wrong" -> Misconfiguration.DATABASE_PASSWORD_WRONG;
            case "a table of the package cache is missing" -> Misconfiguration.TABLE_MISSING;
            case "the definition of Repositories is missing" -> Misconfiguration.DEFINITION_MISSING;
            case "a Repository is invalid" -> Misconfiguration.REPOSITORY_INVALID;
            default -> throw Phrase.unknown(text);
        };
    }

    /** A time as people give it. */
    @ParameterType(
            "to the microsecond|one microsecond late|one microsecond early|in the local time of Budapest|in the local time of Kathmandu|in a local time that the clocks show twice|in that local time, taken for the second time|in the local time of Budapest without its offset|by a clock that is ten minutes fast|one day early")
    public ClockReading reading(String text) {
        return switch (text) {
            case "to the microsecond" -> ClockReading.EXACT;
            case "one microsecond late" -> ClockReading.JUST_AFTER;
            case "one microsecond early" -> ClockReading.JUST_BEFORE;
            case "in the local time of Budapest" -> ClockReading.IN_BUDAPEST;
            case "in the local time of Kathmandu" -> ClockReading.IN_KATHMANDU;
            case "in a local time that the clocks show twice" -> ClockReading.BEFORE_CLOCKS_GO_BACK;
            case "in that local time, taken for the second time" -> ClockReading.TAKEN_FOR_THE_REPETITION;
            case "in the local time of Budapest without its offset" -> ClockReading.LOCAL_TIME_TAKEN_FOR_UTC;
            case "by a clock that is ten minutes fast" -> ClockReading.CLOCK_MINUTES_AHEAD;
            case "one day early" -> ClockReading.DAY_BEFORE;
            default -> throw Phrase.unknown(text);
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

    private static RolloutOrder order(String text) {
        return switch (text) {
            case "with Repositories first" -> RolloutOrder.REPOSITORIES_FIRST;
            case "with PackageVariants first" -> RolloutOrder.VARIANTS_FIRST;
            case "with what is downstream first" -> RolloutOrder.DOWNSTREAM_FIRST;
            case "in an order drawn from the seed" -> RolloutOrder.SHUFFLED;
            default -> throw Phrase.unknown(text);
        };
    }
}
