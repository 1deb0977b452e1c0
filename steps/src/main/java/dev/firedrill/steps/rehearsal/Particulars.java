package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.expect.DraftBranches;
import dev.firedrill.fixtures.expect.GitFate;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What most courses of a disaster do without.
 *
 * @param repositories git repositories with a fate of their own, by their name on the server
 * @param attended whether an orchestrator runs while the stores are taken away and put back
 * @param moments points that the package cache is put back to by their time, because nobody kept them by name
 * @param unapprovedPutBack whether drafts and proposals, and nothing else, are put into a package cache that was lost
 * @param draftBranches whether drafts and proposals have branches in git
 * @param countsOn whether a control plane that is put back has resource versions beyond those of the disaster
 */
record Particulars(
        Map<String, GitFate> repositories,
        boolean attended,
        Map<RecoveryPoint, OffsetDateTime> moments,
        boolean unapprovedPutBack,
        DraftBranches draftBranches,
        boolean countsOn) {
    /** Nothing of the kind. */
    static final Particulars NONE = new Particulars(Map.of(), true, Map.of(), false, DraftBranches.NONE, false);

    Particulars {
        repositories = Map.copyOf(repositories);
        moments = Map.copyOf(moments);
    }

    /** Whether no store is looked at, at the end of the history, for what has to be there afterwards. */
    boolean needsNothingOfTheEnd() {
        return repositories.isEmpty() && moments.isEmpty() && !unapprovedPutBack && !countsOn;
    }

    Particulars withGit(Collection<String> names, GitFate fate) {
        Map<String, GitFate> changed = new TreeMap<>(repositories);
        names.forEach(name -> changed.put(name, fate));
        return new Particulars(changed, attended, moments, unapprovedPutBack, draftBranches, countsOn);
    }

    Particulars unattended() {
        return new Particulars(repositories, false, moments, unapprovedPutBack, draftBranches, countsOn);
    }

    Particulars reaching(RecoveryPoint point, OffsetDateTime moment) {
        return new Particulars(
                repositories, attended, Map.of(point, moment), unapprovedPutBack, draftBranches, countsOn);
    }

    Particulars withUnapprovedPutBack() {
        return new Particulars(repositories, attended, moments, true, draftBranches, countsOn);
    }

    Particulars countingOn() {
        return new Particulars(repositories, attended, moments, unapprovedPutBack, draftBranches, true);
    }

    Particulars with(DraftBranches branches) {
        return new Particulars(repositories, attended, moments, unapprovedPutBack, branches, countsOn);
    }
}
