package dev.firedrill.recovery.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare repository on disk that tests write by hand. */
public final class BareRepository implements AutoCloseable {
    private final Repository repository;
    private long clock = 1_700_000_000L;

    public BareRepository(Path directory) throws IOException {
        Isolation.install();
        repository = new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build();
        repository.create(true);
    }

    public String url() {
        return "file://" + repository.getDirectory().getAbsolutePath();
    }

    /** A commit on {@code branch} with exactly these files. */
    public ObjectId commit(String branch, String message, Map<String, String> files) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return commitBytes(branch, message, bytes);
    }

    public ObjectId commitBytes(String branch, String message, Map<String, byte[]> files) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(file.getKey());
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
                builder.add(entry);
            }
            builder.finish();
            return commitTree(branch, message, index.writeTree(inserter), inserter);
        }
    }

    /** A commit on main with these entries, in whose names each character is a byte. */
    public void commitEntries(Map<String, FileMode> entries) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            for (Map.Entry<String, FileMode> each : entries.entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(each.getKey().getBytes(StandardCharsets.ISO_8859_1));
                entry.setFileMode(each.getValue());
                entry.setObjectId(
                        inserter.insert(Constants.OBJ_BLOB, each.getKey().getBytes(StandardCharsets.UTF_8)));
                builder.add(entry);
            }
            builder.finish();
            commitTree("main", "entries", index.writeTree(inserter), inserter);
        }
    }

    /** The names of all files on {@code branch}, in which each character is a byte, with their modes. */
    public Map<String, String> entries(String branch) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(repository
                    .parseCommit(repository.resolve("refs/heads/" + branch))
                    .getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                entries.put(
                        new String(walk.getRawPath(), StandardCharsets.ISO_8859_1),
                        walk.getFileMode(0).toString());
            }
        }
        return entries;
    }

    /** A commit of a tree with one file under a raw name, which need not be a sane one. */
    public ObjectId commitRaw(String branch, String directory, byte[] name) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "x".getBytes(StandardCharsets.UTF_8));
            ObjectId inner = rawTree(inserter, "100644", name, blob);
            ObjectId outer = rawTree(inserter, "40000", directory.getBytes(StandardCharsets.UTF_8), inner);
            return commitTree(branch, "raw", outer, inserter);
        }
    }

    private static ObjectId rawTree(ObjectInserter inserter, String mode, byte[] name, ObjectId id) throws IOException {
        byte[] head = (mode + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] tree = new byte[head.length + name.length + 1 + Constants.OBJECT_ID_LENGTH];
        System.arraycopy(head, 0, tree, 0, head.length);
        System.arraycopy(name, 0, tree, head.length, name.length);
        id.copyRawTo(tree, head.length + name.length + 1);
        return inserter.insert(Constants.OBJ_TREE, tree);
    }

    private ObjectId commitTree(String branch, String message, ObjectId tree, ObjectInserter inserter)
            throws IOException {
        Ref parent = repository.exactRef("refs/heads/" + branch);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (parent != null) {
            commit.setParentId(parent.getObjectId());
        }
        PersonIdent who = new PersonIdent("Ann", "ann@example.org", Instant.ofEpochSecond(clock++), ZoneOffset.UTC);
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(message);
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        set("refs/heads/" + branch, id);
        return id;
    }

    public void tag(String name, ObjectId commit) throws IOException {
        set("refs/tags/" + name, commit);
    }

    public void set(String ref, ObjectId id) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(id);
        update.setForceUpdate(true);
        update.update();
    }

    public void delete(String ref) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setForceUpdate(true);
        update.delete();
    }

    public Map<String, String> refs() throws IOException {
        Map<String, String> refs = new TreeMap<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/")) {
            refs.put(ref.getName(), ref.getObjectId().name());
        }
        return refs;
    }

    public Repository repository() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
