package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.expect.Disaster;
import dev.firedrill.vocabulary.Fate;

/**
 * The course of a disaster: what happens to each store, and what people do about it afterwards.
 *
 * @param manifests whether GitOps applies the manifests to a control plane that was lost
 * @param order in which order it does
 * @param batch how many objects it applies before it waits
 * @param confirmation whether an operator confirms removals that ask for it
 */
public record Course(
        Fate controlPlane,
        Fate git,
        Fate database,
        boolean manifests,
        RolloutOrder order,
        int batch,
        boolean confirmation) {
    /** The size of the peer's batches. */
    private static final int USUAL_BATCH = 20;

    /** The usual course: GitOps applies everything, and an operator confirms what has to be confirmed. */
    public static Course of(Fate controlPlane, Fate git, Fate database) {
        return new Course(controlPlane, git, database, true, RolloutOrder.REPOSITORIES_FIRST, USUAL_BATCH, true);
    }

    /** Nothing happens to any store. */
    public static Course nothing() {
        return of(Fate.intact(), Fate.intact(), Fate.intact());
    }

    /** The same before GitOps has done anything. */
    public Course withoutManifests() {
        return new Course(controlPlane, git, database, false, order, batch, confirmation);
    }

    /** The same before an operator has confirmed anything. */
    public Course withoutConfirmation() {
        return new Course(controlPlane, git, database, manifests, order, batch, false);
    }

    /** The same with objects coming back in another order. */
    public Course inOrder(RolloutOrder newOrder, int newBatch) {
        return new Course(controlPlane, git, database, manifests, newOrder, newBatch, confirmation);
    }

    /** The same as the judge sees it. */
    Disaster asDisaster() {
        Disaster disaster = new Disaster(controlPlane, git, database);
        return confirmation ? disaster : disaster.withoutConfirmation();
    }

    /** Whether the cluster goes, and the orchestrator with it. */
    boolean clusterIsLost() {
        return controlPlane instanceof Fate.Lost;
    }
}
