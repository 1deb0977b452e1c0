package dev.firedrill.steps.glue;

import dev.firedrill.steps.rehearsal.RestartMoment;
import dev.firedrill.steps.rehearsal.RolloutOrder;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.RecoveryPoint;
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
    @ParameterType("with Repositories first|with PackageVariants first|in an order drawn from the seed")
    public RolloutOrder order(String text) {
        return switch (text) {
            case "with Repositories first" -> RolloutOrder.REPOSITORIES_FIRST;
            case "with PackageVariants first" -> RolloutOrder.VARIANTS_FIRST;
            default -> RolloutOrder.SHUFFLED;
        };
    }
}
