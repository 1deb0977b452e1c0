package dev.firedrill.faults;

import dev.firedrill.model.GitAddress;
import dev.firedrill.workload.git.CommitAnnotation;
import dev.firedrill.workload.git.CommitWriter;
import dev.firedrill.workload.git.GitRemote;
import dev.firedrill.workload.world.Content;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.RevisionState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** The branches to which Porch pushes drafts and proposals where that is switched on, with contents of their own. */
public final class DraftBranchPush {
    private final GitRemote remote;

    public DraftBranchPush(GitAddress git) {
        this.remote = new GitRemote(git);
    }

    /** Pushes a branch for each draft and each proposal. */
    public void push(String repository, Collection<RevisionState> unapproved) {
        try (Repository local = GitRemote.inMemory()) {
            Map<String, ObjectId> branches = new TreeMap<>();
            unapproved.forEach(state -> branches.put(branch(state), commit(local, state)));
            remote.push(repository, local, branches);
        }
    }

    private static String branch(RevisionState state) {
        String kind = state.lifecycle() == Lifecycle.DRAFT ? "drafts" : "proposed";
        return "refs/heads/" + kind + "/" + state.id().packagePath() + "/"
                + state.id().workspace();
    }

    private static ObjectId commit(Repository local, RevisionState state) {
        String path = state.id().packagePath();
        CommitWriter writer = new CommitWriter(local);
        writer.put(
                path,
                Content.of(Map.of(
                        Content.KPTFILE,
                        "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: " + path + "\n",
                        "pushed.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: pushed\n")));
        String line = new CommitAnnotation(path, state.id().workspace(), "0").line("{\"type\":\"init\",\"init\":{}}");
        return writer.commit("Pushed draft\n\n" + line + "\n", List.of());
    }
}
