package dev.firedrill.faults;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import dev.firedrill.workload.git.CommitAnnotation;
import dev.firedrill.workload.git.CommitWriter;
import dev.firedrill.workload.git.GitRemote;
import dev.firedrill.workload.world.Content;
import dev.firedrill.workload.world.GitTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** Somebody with access to git who does there what nobody should. */
public final class GitTampering {
    /** The tag that {@link #pushHostileTree} pushes. */
    public static final String CLIMBING_TAG = "climber/v1";
    /** The name in it that leads out of the package. */
    public static final String CLIMBING_NAME = "'..'";

    private final GitRemote remote;

    public GitTampering(GitAddress git) {
        this.remote = new GitRemote(git);
    }

    /** Points a tag at a new commit with other content, which claims to be the same package revision. */
    public void moveTag(String repository, GitTag tag) {
        try (Repository local = GitRemote.inMemory()) {
            CommitWriter writer = new CommitWriter(local);
            writer.put(
                    tag.packagePath(),
                    Content.of(Map.of(
                            "Kptfile",
                            "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: " + tag.packagePath() + "\n",
                            "moved.yaml",
                            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: moved\n")));
            String line =
                    new CommitAnnotation(tag.packagePath(), tag.workspace(), String.valueOf(tag.revision())).line();
            ObjectId moved = writer.commit("Rewrite history\n\n" + line + "\n", List.of());
            remote.push(repository, local, Map.of("refs/tags/" + tag.tagName(), moved));
        }
    }

    /** Publishes a package whose tree has an entry that leads out of its directory. */
    public void pushHostileTree(String repository) {
        try (Repository local = GitRemote.inMemory();
                ObjectInserter objects = local.newObjectInserter()) {
            ObjectId file = objects.insert(Constants.OBJ_BLOB, "climbed out\n".getBytes(StandardCharsets.UTF_8));
            ObjectId outside = objects.insert(tree("escaped.yaml", FileMode.REGULAR_FILE, file));
            TreeFormatter inside = tree("..", FileMode.TREE, outside);
            inside.append("Kptfile", FileMode.REGULAR_FILE, file);
            ObjectId root = objects.insert(tree("climber", FileMode.TREE, objects.insert(inside)));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(root);
            commit.setAuthor(new PersonIdent("somebody", "somebody@example.org"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("Climb out\n");
            ObjectId climbing = objects.insert(commit);
            objects.flush();
            remote.push(repository, local, Map.of("refs/tags/" + CLIMBING_TAG, climbing));
        } catch (IOException e) {
            throw new EnvironmentFailure("A hostile tree could not be made: " + e.getMessage(), e);
        }
    }

    private static TreeFormatter tree(String name, FileMode mode, ObjectId id) {
        TreeFormatter tree = new TreeFormatter();
        tree.append(name, mode, id);
        return tree;
    }
}
