package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.expect.Disaster;
import dev.firedrill.fixtures.expect.DraftBranches;
import dev.firedrill.fixtures.expect.GitFate;
import dev.firedrill.fixtures.ledger.Ledger;
import dev.firedrill.fixtures.random.RandomHistory;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Seed;
import dev.firedrill.vocabulary.Store;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The course of a disaster: what happens to each store, and what people do about it afterwards.
 *
 * @param manifests whether GitOps applies the manifests to a control plane that was lost
 * @param comeback in which way it does
 * @param confirmation whether an operator confirms removals that ask for it
 * @param particulars what most disasters do without
 */
public record Course(
        Fate controlPlane,
        Fate git,
        Fate database,
        boolean manifests,
        Comeback comeback,
        boolean confirmation,
        Particulars particulars) {
    /** Random disasters mostly meet an orchestrator that runs: the matrix has all of them without one. */
    private static final int UNATTENDED_ONE_IN = 4;

    /** The usual course: GitOps applies everything, and an operator confirms what has to be confirmed. */
    public static Course of(Fate controlPlane, Fate git, Fate database) {
        return new Course(controlPlane, git, database, true, Comeback.USUAL, true, Particulars.NONE);
    }

    /**
     * How a random history ends. Objects come back in a random order and in small batches; whether an orchestrator runs
     * meanwhile is drawn from the seed as well.
     */
    static Course of(RandomHistory history, Ledger ledger) {
        Disaster end = history.disaster();
        Map<String, GitFate> single = new TreeMap<>(end.gitRepositories());
        // Tags that never were cannot be lost, and nobody could witness it.
        single.entrySet()
                .removeIf(entry -> entry.getValue() instanceof GitFate.TagsMissing
                        && ledger.latest().git().get(entry.getKey()).tags().isEmpty());
        Random random = new Seed(history.seed()).derive("comeback", 0).random();
        int batch = 1 + random.nextInt(RandomHistory.REPOSITORIES.size());
        boolean attended = random.nextInt(UNATTENDED_ONE_IN) > 0;
        return new Course(
                end.controlPlane(),
                end.git(),
                end.database(),
                true,
                Comeback.of(RolloutOrder.SHUFFLED, batch),
                end.removalConfirmed(),
                new Particulars(single, attended, Map.of(), false, DraftBranches.NONE, false));
    }

    /** Nothing happens to any store. */
    public static Course nothing() {
        return of(Fate.intact(), Fate.intact(), Fate.intact());
    }

    /** The same before GitOps has done anything. */
    public Course withoutManifests() {
        return new Course(controlPlane, git, database, false, comeback, confirmation, particulars);
    }

    /** Whether something is missing only until the recovery has dealt with that. */
    boolean passes() {
        return particulars.repositories().values().stream().anyMatch(GitFate.TagsMissingForAWhile.class::isInstance);
    }

    /** The same before an operator has confirmed anything. */
    public Course withoutConfirmation() {
        return new Course(controlPlane, git, database, manifests, comeback, false, particulars);
    }

    /** The same with objects coming back in another way. */
    public Course comingBack(Comeback other) {
        return new Course(controlPlane, git, database, manifests, other, confirmation, particulars);
    }

    /** The same with a fate of its own for each of these git repositories. */
    public Course withGit(Collection<String> names, GitFate fate) {
        return with(particulars.withGit(names, fate));
    }

    /** The same with the orchestrator ended before the disaster, and started when all stores are back. */
    public Course unattended() {
        return with(particulars.unattended());
    }

    /** The same with the package cache put back to {@code point} by its time alone. */
    Course reaching(RecoveryPoint point, OffsetDateTime moment) {
        return with(particulars.reaching(point, moment));
    }

    /** The same with the drafts and proposals of the disaster, and nothing else, put into the new package cache. */
    public Course withUnapprovedPutBack() {
        return with(particulars.withUnapprovedPutBack());
    }

    /** The same with a control plane whose server, once put back, writes more than the disaster undid. */
    public Course countingOn() {
        return with(particulars.countingOn());
    }

    /** The same with drafts and proposals in git as {@code branches} says. */
    Course with(DraftBranches branches) {
        return with(particulars.with(branches));
    }

    private Course with(Particulars changed) {
        return new Course(controlPlane, git, database, manifests, comeback, confirmation, changed);
    }

    /** The same as the judge sees it. */
    Disaster asDisaster() {
        return new Disaster(
                controlPlane,
                git,
                database,
                particulars.repositories(),
                confirmation,
                particulars.unapprovedPutBack(),
                particulars.draftBranches());
    }

    /** The place in the skew matrix. */
    MatrixCell cell() {
        return MatrixCell.of(controlPlane, git, database);
    }

    /** What becomes of the three stores, in words that no change of this class changes. */
    String inWords() {
        return "control plane " + controlPlane + ", git " + gitInWords() + ", package cache " + database;
    }

    /** What becomes of git, as a report words it. */
    String gitInWords() {
        StringBuilder words = new StringBuilder(git.toString());
        new TreeMap<>(particulars.repositories())
                .forEach((name, fate) ->
                        words.append(", ").append(name).append(' ').append(fate));
        return words.toString();
    }

    /** Whether nothing happens to any store. */
    boolean sparesTheStores() {
        return Stream.of(controlPlane, git, database).allMatch(Fate.Intact.class::isInstance)
                && particulars.repositories().isEmpty();
    }

    /**
     * The stores that are lost or put back before anybody has looked at them, so that it makes no difference what they held
     * until then; none where an orchestrator runs until the disaster, or where what is lost is needed afterwards.
     */
    Set<Store> replacedUnseen() {
        boolean seen = particulars.attended() && !clusterIsLost();
        Set<Store> replaced = EnumSet.noneOf(Store.class);
        if (!seen && particulars.needsNothingOfTheEnd()) {
            fates().forEach((store, fate) -> {
                if (!(fate instanceof Fate.Intact)) {
                    replaced.add(store);
                }
            });
        }
        return replaced;
    }

    /** What becomes of each store. */
    Map<Store, Fate> fates() {
        Map<Store, Fate> fates = new EnumMap<>(Store.class);
        fates.put(Store.CONTROL_PLANE, controlPlane);
        fates.put(Store.GIT, git);
        fates.put(Store.DATABASE, database);
        return fates;
    }

    /** Whether the cluster goes, and the orchestrator with it. */
    boolean clusterIsLost() {
        return controlPlane instanceof Fate.Lost;
    }
}
