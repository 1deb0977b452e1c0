package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.expect.Disaster;
import dev.firedrill.fixtures.expect.GitFate;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.vocabulary.Fate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The course of a disaster: what happens to each store, and what people do about it afterwards.
 *
 * @param manifests whether GitOps applies the manifests to a control plane that was lost
 * @param order in which order it does
 * @param batch how many objects it applies before it waits
 * @param confirmation whether an operator confirms removals that ask for it
 * @param repositories git repositories with a fate of their own, by their name on the server
 * @param attended whether an orchestrator runs while the stores are taken away and put back
 */
public record Course(
        Fate controlPlane,
        Fate git,
        Fate database,
        boolean manifests,
        RolloutOrder order,
        int batch,
        boolean confirmation,
        Map<String, GitFate> repositories,
        boolean attended) {
    /** The size of the peer's batches. */
    private static final int USUAL_BATCH = 20;

    public Course {
        repositories = Map.copyOf(repositories);
    }

    /** The usual course: GitOps applies everything, and an operator confirms what has to be confirmed. */
    public static Course of(Fate controlPlane, Fate git, Fate database) {
        return new Course(
                controlPlane, git, database, true, RolloutOrder.REPOSITORIES_FIRST, USUAL_BATCH, true, Map.of(), true);
    }

    /** Nothing happens to any store. */
    public static Course nothing() {
        return of(Fate.intact(), Fate.intact(), Fate.intact());
    }

    /** The same before GitOps has done anything. */
    public Course withoutManifests() {
        return new Course(controlPlane, git, database, false, order, batch, confirmation, repositories, attended);
    }

    /** The same before an operator has confirmed anything. */
    public Course withoutConfirmation() {
        return new Course(controlPlane, git, database, manifests, order, batch, false, repositories, attended);
    }

    /** The same with objects coming back in another order. */
    public Course inOrder(RolloutOrder newOrder, int newBatch) {
        return new Course(
                controlPlane, git, database, manifests, newOrder, newBatch, confirmation, repositories, attended);
    }

    /** The same with a fate of its own for each of these git repositories; to be said last. */
    public Course withGit(Collection<String> names, GitFate fate) {
        Map<String, GitFate> changed = new TreeMap<>(repositories);
        names.forEach(name -> changed.put(name, fate));
        return new Course(controlPlane, git, database, manifests, order, batch, confirmation, changed, attended);
    }

    /** The same with the orchestrator ended before the disaster, and started when all stores are back. */
    public Course unattended() {
        return new Course(controlPlane, git, database, manifests, order, batch, confirmation, repositories, false);
    }

    /** The same as the judge sees it. */
    Disaster asDisaster() {
        return new Disaster(controlPlane, git, database, repositories, confirmation);
    }

    /** The place in the skew matrix. */
    MatrixCell cell() {
        return MatrixCell.of(controlPlane, git, database);
    }

    /** What becomes of git, as a report words it. */
    String gitInWords() {
        StringBuilder words = new StringBuilder(git.toString());
        new TreeMap<>(repositories)
                .forEach((name, fate) ->
                        words.append(", ").append(name).append(' ').append(fate));
        return words.toString();
    }

    /** Whether the cluster goes, and the orchestrator with it. */
    boolean clusterIsLost() {
        return controlPlane instanceof Fate.Lost;
    }
}
