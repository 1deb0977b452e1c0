package dev.firedrill.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to the three stores, and what the operator says afterwards.
 *
 * @param controlPlane the fate of the control plane; lost means made anew by GitOps from the manifests as of the
 *     disaster
 * @param git the fate of the git server
 * @param database the fate of the package cache
 * @param gitRepositories git repositories with a fate of their own, by their name on the server
 * @param removalConfirmed whether the operator confirms that rows go whose repository lost everything that it published
 * @param unapprovedPutBack whether the drafts and proposals of the disaster, and nothing else, are put into the cache again
 * @param draftBranches whether drafts and proposals have branches in git
 */
public record Disaster(
        Fate controlPlane,
        Fate git,
        Fate database,
        Map<String, GitFate> gitRepositories,
        boolean removalConfirmed,
        boolean unapprovedPutBack,
        DraftBranches draftBranches) {
    public Disaster {
        gitRepositories = Map.copyOf(gitRepositories);
    }

    /** The usual case: nobody puts single rows into the cache, and drafts are not pushed to git. */
    public Disaster(
            Fate controlPlane,
            Fate git,
            Fate database,
            Map<String, GitFate> gitRepositories,
            boolean removalConfirmed) {
        this(controlPlane, git, database, gitRepositories, removalConfirmed, false, DraftBranches.NONE);
    }

    /** These fates; the operator confirms removals. */
    public Disaster(Fate controlPlane, Fate git, Fate database) {
        this(controlPlane, git, database, Map.of(), true);
    }

    /** No disaster at all: what a restart is, and what the world before a disaster is compared with. */
    public static Disaster none() {
        return new Disaster(Fate.intact(), Fate.intact(), Fate.intact());
    }

    /** The same, with another fate for one git repository. */
    public Disaster withGit(String repository, GitFate fate) {
        var changed = new TreeMap<>(gitRepositories);
        changed.put(repository, fate);
        return new Disaster(controlPlane, git, database, changed, removalConfirmed, unapprovedPutBack, draftBranches);
    }

    /** The same, with an operator who does not confirm removals. */
    public Disaster withoutConfirmation() {
        return new Disaster(controlPlane, git, database, gitRepositories, false, unapprovedPutBack, draftBranches);
    }

    /** The same, with drafts and proposals put into the cache again from a selective backup. */
    public Disaster withUnapprovedPutBack() {
        return new Disaster(controlPlane, git, database, gitRepositories, removalConfirmed, true, draftBranches);
    }

    /** The same, with drafts and proposals in git as {@code branches} says. */
    public Disaster with(DraftBranches branches) {
        return new Disaster(
                controlPlane, git, database, gitRepositories, removalConfirmed, unapprovedPutBack, branches);
    }

    /** The same without the fates of single git repositories that {@code unwanted} names. */
    public Disaster withoutGit(BiPredicate<String, GitFate> unwanted) {
        var kept = new TreeMap<>(gitRepositories);
        kept.entrySet().removeIf(entry -> unwanted.test(entry.getKey(), entry.getValue()));
        return new Disaster(controlPlane, git, database, kept, removalConfirmed, unapprovedPutBack, draftBranches);
    }

    /** What becomes of each store. */
    public Map<Store, Fate> fates() {
        var fates = new EnumMap<Store, Fate>(Store.class);
        fates.put(Store.CONTROL_PLANE, controlPlane);
        fates.put(Store.GIT, git);
        fates.put(Store.DATABASE, database);
        return fates;
    }

    /** What becomes of git, single repositories included, as a report words it. */
    public String gitInWords() {
        var words = new StringBuilder(git.toString());
        new TreeMap<>(gitRepositories)
                .forEach((name, fate) ->
                        words.append(", ").append(name).append(' ').append(fate));
        return words.toString();
    }

    /** Whether nothing happens to any store. */
    public boolean sparesTheStores() {
        return fates().values().stream().allMatch(Fate.Intact.class::isInstance) && gitRepositories.isEmpty();
    }

    /** The recovery points that stores are put back to. */
    public Set<RecoveryPoint> points() {
        var ofRepositories = gitRepositories.values().stream()
                .flatMap(fate ->
                        fate instanceof GitFate.Ordinary ordinary ? Stream.of(ordinary.fate()) : Stream.empty());
        return Stream.concat(Stream.of(controlPlane, git, database), ofRepositories)
                .flatMap(fate -> fate instanceof Fate.Restored restored ? Stream.of(restored.point()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /** The same with other names for the recovery points that stores are put back to. */
    public Disaster withPoints(UnaryOperator<RecoveryPoint> name) {
        var repositories = new TreeMap<String, GitFate>();
        gitRepositories.forEach((repository, fate) -> repositories.put(
                repository,
                fate instanceof GitFate.Ordinary ordinary
                        ? new GitFate.Ordinary(renamed(ordinary.fate(), name))
                        : fate));
        return new Disaster(
                renamed(controlPlane, name),
                renamed(git, name),
                renamed(database, name),
                repositories,
                removalConfirmed,
                unapprovedPutBack,
                draftBranches);
    }

    private static Fate renamed(Fate fate, UnaryOperator<RecoveryPoint> name) {
        return fate instanceof Fate.Restored restored ? Fate.restored(name.apply(restored.point())) : fate;
    }

    /** What becomes of one git repository. */
    public GitFate fateOfGit(String repository) {
        return gitRepositories.getOrDefault(repository, new GitFate.Ordinary(git));
    }

    @Override
    public String toString() {
        var words = new StringBuilder("control plane " + controlPlane + ", git " + git);
        new TreeMap<>(gitRepositories)
                .forEach((name, fate) ->
                        words.append(" (").append(name).append(' ').append(fate).append(')'));
        words.append(", package cache ").append(database);
        words.append(removalConfirmed ? "" : ", removals not confirmed");
        return draftBranches.equals(DraftBranches.NONE) ? words.toString() : words + ", " + draftBranches;
    }
}
