package dev.firedrill.recovery.git;

import dev.firedrill.recovery.git.transport.Isolation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
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
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
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

    /** The blob at a path of a commit. */
    public ObjectId blob(ObjectId commit, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(
                repository, path, repository.parseCommit(commit).getTree())) {
            return walk.getObjectId(0);
        }
    }

    /** The file of an object that was written and never packed. */
    public Path looseObject(ObjectId id) {
        return repository
                .getDirectory()
                .toPath()
                .resolve("objects")
                .resolve(id.name().substring(0, 2))
                .resolve(id.name().substring(2));
    }

    /** A commit of {@code branch}'s tree with one more entry of any name, mode and object in {@code directory}. */
    public ObjectId with(String branch, String directory, byte[] name, String mode, ObjectId id) throws IOException {
        Ref head = repository.exactRef("refs/heads/" + branch);
        ObjectId root = head == null
                ? object(Constants.OBJ_TREE, new byte[0])
                : repository.parseCommit(head.getObjectId()).getTree().copy();
        byte[] entry = entry(mode, name, id);
        if (directory.isEmpty()) {
            return commitTree(branch, "with", appended(root, name, entry));
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, directory, root)) {
            ObjectId inner = appended(walk.getObjectId(0), name, entry);
            byte[] segment = directory.getBytes(StandardCharsets.UTF_8);
            return commitTree(branch, "with", appended(root, segment, entry("40000", segment, inner)));
        }
    }

    /** The tree with {@code entry} at its end, in place of one of that name when there is one. */
    private ObjectId appended(ObjectId tree, byte[] name, byte[] entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectReader reader = repository.newObjectReader()) {
            for (CanonicalTreeParser each = new CanonicalTreeParser(null, reader, tree); !each.eof(); each.next()) {
                byte[] present = new byte[each.getNameLength()];
                each.getName(present, 0);
                if (!Arrays.equals(present, name)) {
                    bytes.write(entry(Integer.toOctalString(each.getEntryRawMode()), present, each.getEntryObjectId()));
                }
            }
        }
        bytes.write(entry);
        return object(Constants.OBJ_TREE, bytes.toByteArray());
    }

    /** A tree of entries as mode, name and object each, in this order. */
    public ObjectId tree(Object... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < entries.length; i += 3) {
            byte[] name = ((String) entries[i + 1]).getBytes(StandardCharsets.UTF_8);
            bytes.write(entry((String) entries[i], name, (ObjectId) entries[i + 2]));
        }
        return object(Constants.OBJ_TREE, bytes.toByteArray());
    }

    private static byte[] entry(String mode, byte[] name, ObjectId id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((mode + " ").getBytes(StandardCharsets.US_ASCII));
        bytes.write(name);
        bytes.write(0);
        id.copyRawTo(bytes);
        return bytes.toByteArray();
    }

    private ObjectId commitTree(String branch, String message, ObjectId tree) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            return commitTree(branch, message, tree, inserter);
        }
    }

    /** An object of exactly these bytes, which nothing checks. */
    public ObjectId object(int type, byte[] bytes) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, bytes);
            inserter.flush();
            return id;
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
