package dev.firedrill.recovery.git;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.InvalidPathException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Writes commits into a clone's object database; nothing refers to them until they are pushed. */
final class CommitMaker {
    private static final String PUSH_TASK = "{\"type\":\"push\"}";

    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final PersonIdent author;

    CommitMaker(ObjectInserter inserter, ObjectReader reader, PersonIdent author) {
        this.inserter = inserter;
        this.reader = reader;
        this.author = author;
    }

    /** Content commit and approval commit on top of {@code head}; the approval commit is returned. */
    ObjectId publication(RevCommit head, String full, CachedRevision revision, int number) throws IOException {
        ObjectId tree = tree(head, full, Optional.of(revision.content()));
        String workspace = revision.name().workspace();
        ObjectId contentCommit = content(tree, head, full, revision);
        Annotation approval = new Annotation(full, workspace, Integer.toString(number), Optional.empty());
        ObjectId approvalCommit = commit(
                tree,
                approval.message("Approving package revision " + full + "/" + number),
                head.getId(),
                contentCommit);
        inserter.flush();
        return approvalCommit;
    }

    /** The content commit of a draft or proposal on top of {@code head}. */
    ObjectId draft(RevCommit head, String full, CachedRevision revision) throws IOException {
        ObjectId commit = content(tree(head, full, Optional.of(revision.content())), head, full, revision);
        inserter.flush();
        return commit;
    }

    private ObjectId content(ObjectId tree, RevCommit head, String full, CachedRevision revision) throws IOException {
        String task = revision.originTask().orElse(PUSH_TASK);
        String type = Json.objectIn(task)
                .map(node -> node.path("type").asText("push"))
                .orElse("push");
        Annotation content = new Annotation(full, revision.name().workspace(), "0", Optional.of(task));
        return commit(tree, content.message("Package revision content (" + type + "): " + full), head.getId());
    }

    /** A commit that takes the directory away. */
    ObjectId removal(RevCommit head, String full) throws IOException {
        ObjectId commit = commit(tree(head, full, Optional.empty()), "Deleting package " + full + "\n", head.getId());
        inserter.flush();
        return commit;
    }

    /** The first commit of a package branch. */
    ObjectId root(String branch) throws IOException {
        ObjectId readme = inserter.insert(
                Constants.OBJ_BLOB,
                ("# Packages\n\nThe branch " + branch + " was created by the package orchestrator.\n")
                        .getBytes(StandardCharsets.UTF_8));
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        builder.add(entry("README.md", FileMode.REGULAR_FILE, readme));
        builder.finish();
        ObjectId commit = commit(index.writeTree(inserter), "Creating package branch " + branch + "\n");
        inserter.flush();
        return commit;
    }

    private ObjectId tree(RevCommit head, String full, Optional<PackageContent> content) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        Map<String, String> files = content.map(PackageContent::files).orElseGet(TreeMap::new);
        requireTree(files.keySet());
        Set<String> executable =
                keep(head, full, content.map(each -> each.files().keySet()), builder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
            // The cache knows no modes, so that a new text is no wish to take the old one's away.
            FileMode mode = executable.contains(name(file.getKey())) ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
            builder.add(entry(full + "/" + file.getKey(), mode, blob));
        }
        builder.finish();
        return index.writeTree(inserter);
    }

    /** Keeps what a new content does not replace, and says which files of the package that it replaces are executable. */
    private Set<String> keep(RevCommit head, String full, Optional<Set<String>> files, DirCacheBuilder builder)
            throws IOException {
        String directory = name(full + "/");
        Optional<Set<String>> wanted =
                files.map(paths -> paths.stream().map(CommitMaker::name).collect(Collectors.toSet()));
        Set<String> executable = new HashSet<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(head.getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                String path = name(walk.getRawPath());
                String file = path.startsWith(directory) ? path.substring(directory.length()) : "";
                if (file.isEmpty() || wanted.isPresent() && survives(walk, file, wanted.get())) {
                    builder.add(entry(walk.getRawPath(), walk.getFileMode(0), walk.getObjectId(0)));
                } else if (FileMode.EXECUTABLE_FILE.equals(walk.getRawMode(0))) {
                    executable.add(file);
                }
            }
        }
        return executable;
    }

    /** The cache cannot hold binary files, links and odd names, so that their absence from a draft does not mean deletion. */
    private boolean survives(TreeWalk walk, String file, Set<String> files) throws IOException {
        boolean replaced = files.contains(file)
                || files.stream().anyMatch(other -> other.startsWith(file + "/") || file.startsWith(other + "/"));
        if (replaced) {
            return false;
        }
        return PackageTree.text(walk.getRawPath()).isEmpty()
                || !PackageTree.isFile(walk.getRawMode(0))
                || PackageTree.text(reader.open(walk.getObjectId(0)).getBytes()).isEmpty();
    }

    private static String name(String path) {
        return name(path.getBytes(StandardCharsets.UTF_8));
    }

    /** Names in git are bytes: here each is one character, so that one that is not text is not taken for another. */
    private static String name(byte[] path) {
        return new String(path, StandardCharsets.ISO_8859_1);
    }

    private static DirCacheEntry entry(String path, FileMode mode, ObjectId id) {
        return entry(path.getBytes(StandardCharsets.UTF_8), mode, id);
    }

    private static DirCacheEntry entry(byte[] path, FileMode mode, ObjectId id) {
        try {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(mode);
            entry.setObjectId(id);
            return entry;
        } catch (InvalidPathException e) {
            throw new GitRefused(
                    "git allows no file named '" + new String(path, StandardCharsets.UTF_8) + "'; rename or remove it.",
                    e);
        }
    }

    /** A name cannot be a file and a directory at once. */
    private static void requireTree(Set<String> files) {
        for (String file : files) {
            for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
                if (files.contains(file.substring(0, slash))) {
                    throw new GitRefused("'" + file.substring(0, slash)
                            + "' cannot be both a file and the directory of '" + file + "'; rename one of them.");
                }
            }
        }
    }

    private ObjectId commit(ObjectId tree, String message, ObjectId... parents) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(author);
        commit.setCommitter(Author.service(author.getWhenAsInstant()));
        commit.setMessage(message);
        commit.setEncoding(StandardCharsets.UTF_8);
        return inserter.insert(commit);
    }
}
