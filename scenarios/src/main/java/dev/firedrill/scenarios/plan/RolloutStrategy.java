package dev.firedrill.scenarios.plan;

import dev.firedrill.model.Seed;
import dev.firedrill.workload.gitops.Manifests;
import dev.firedrill.workload.gitops.Rollout;
import dev.firedrill.workload.history.StandardHistory;

/**
 * In which way GitOps brings the objects of a lost cluster back.
 *
 * @param order in which order
 * @param batch how many at a time
 * @param overlapping whether it goes on before the orchestrator has dealt with the batch before
 * @param interrupted whether GitOps and the orchestrator are ended half-way, and taken up again
 */
public record RolloutStrategy(RolloutOrder order, int batch, boolean overlapping, boolean interrupted) {
    /** Repositories first, in batches of the peer's size. */
    static final RolloutStrategy USUAL = of(RolloutOrder.REPOSITORIES_FIRST, 20);

    /** One batch after the other, each when the one before has been dealt with. */
    public static RolloutStrategy of(RolloutOrder order, int batch) {
        return new RolloutStrategy(order, batch, false, false);
    }

    /** The same without waiting between batches. */
    public RolloutStrategy withoutWaiting() {
        return new RolloutStrategy(order, batch, true, interrupted);
    }

    /** The same with an interruption half-way. */
    public RolloutStrategy interruptedHalfWay() {
        return new RolloutStrategy(order, batch, overlapping, true);
    }

    /** What is applied when. */
    public Rollout of(Manifests manifests, Seed seed) {
        Rollout rollout = switch (order) {
            case REPOSITORIES_FIRST -> Rollout.repositoriesFirst(manifests, batch);
            case VARIANTS_FIRST -> Rollout.variantsFirst(manifests, batch);
            case DOWNSTREAM_FIRST -> Rollout.downstreamFirst(manifests, batch, StandardHistory.CATALOG);
            case SHUFFLED -> Rollout.shuffled(manifests, batch, seed.value());
        };
        return interrupted ? rollout.interruptedHalfWay() : rollout;
    }
}
