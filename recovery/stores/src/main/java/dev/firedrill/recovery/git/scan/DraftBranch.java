package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Optional;

/**
 * The branches that one draft or proposal can have: {@code drafts/PACKAGE/WORKSPACE} or {@code proposed/PACKAGE/WORKSPACE}.
 *
 * @param full the package's directory from the root of the repository
 * @param workspace its workspace
 */
public record DraftBranch(String full, String workspace) {
    /** The lifecycles whose revisions have a branch. */
    public static final List<Lifecycle> LIFECYCLES = List.of(Lifecycle.DRAFT, Lifecycle.PROPOSED);

    private static final String BRANCHES = "refs/heads/";
    private static final String DRAFTS = "drafts/";
    private static final String PROPOSALS = "proposed/";

    public static DraftBranch of(Repository repository, RevisionName name) {
        return new DraftBranch(
                TagName.full(repository.directory(), name.packageName().path()), name.workspace());
    }

    /** The branch that {@code ref} is for this lifecycle; empty for other refs and outside of {@code directory}. */
    public static Optional<DraftBranch> at(String ref, Lifecycle lifecycle, String directory) {
        String prefix = BRANCHES + folder(lifecycle);
        int slash = ref.lastIndexOf('/');
        if (!ref.startsWith(prefix) || slash <= prefix.length()) {
            return Optional.empty();
        }
        String full = ref.substring(prefix.length(), slash);
        boolean inside = directory.isEmpty() || full.startsWith(directory + "/");
        return inside ? Optional.of(new DraftBranch(full, ref.substring(slash + 1))) : Optional.empty();
    }

    public String ref(Lifecycle lifecycle) {
        return BRANCHES + folder(lifecycle) + full + "/" + workspace;
    }

    /** The lock that a row of this draft has, whether or not it is a proposal by now. */
    GitLock lock(String url) {
        return new GitLock(url, full, DRAFTS + full + "/" + workspace, GitLock.NOT_PUSHED);
    }

    /** The package's path below {@code directory}. */
    public String path(String directory) {
        return directory.isEmpty() ? full : full.substring(directory.length() + 1);
    }

    private static String folder(Lifecycle lifecycle) {
        return lifecycle == Lifecycle.DRAFT ? DRAFTS : PROPOSALS;
    }
}
