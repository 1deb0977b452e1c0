package dev.firedrill.environments.git.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** Writes trees that no honest client writes, so that a scenario can see who takes them at their word. */
final class PlantedTree {
    private static final PersonIdent INTRUDER =
            new PersonIdent("intruder", "intruder@example.com", Instant.EPOCH, ZoneOffset.UTC);

    private PlantedTree() {}

    /**
     * Sets {@code ref} to a commit that holds one file.
     *
     * @param names the names of the tree entries from the root to the file, written as they are, {@code ..} included
     * @return the id of the commit
     */
    static String plant(Repository repository, String ref, Iterable<String> names, String content) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId entry = inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
            FileMode mode = FileMode.REGULAR_FILE;
            for (String name : insideOut(names)) {
                TreeFormatter tree = new TreeFormatter();
                tree.append(name, mode, entry);
                entry = inserter.insert(tree);
                mode = FileMode.TREE;
            }
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(entry);
            Ref before = repository.exactRef(ref);
            if (before != null) {
                commit.setParentId(before.getObjectId());
            }
            commit.setAuthor(INTRUDER);
            commit.setCommitter(INTRUDER);
            commit.setMessage("Plant a file\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            move(repository, ref, id);
            return id.name();
        }
    }

    private static void move(Repository repository, String ref, ObjectId id) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(id);
        RefUpdate.Result result = update.forceUpdate();
        if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.IO_FAILURE) {
            throw new IOException(ref + " could not be set: " + result);
        }
    }

    private static Iterable<String> insideOut(Iterable<String> names) {
        ArrayDeque<String> reversed = new ArrayDeque<>();
        names.forEach(reversed::push);
        return reversed;
    }
}
