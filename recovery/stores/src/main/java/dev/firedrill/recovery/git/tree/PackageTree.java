package dev.firedrill.recovery.git.tree;

import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.tree.Omissions.Reason;
import dev.firedrill.recovery.model.PackageContent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Reads trees: finds packages and their text files. What cannot be taken, for its name, its size or because it is damaged, is
 * left out and noted, and everything beside it is taken.
 */
public final class PackageTree {
    /** Directories below each other, of packages in a repository as of files in a package. */
    static final int DEEPEST = 100;
    /** In bytes of UTF-8: what a key of the package cache can hold. */
    static final int LONGEST_PATH = 1024;

    private static final String KPTFILE = "Kptfile";

    private final ObjectReader reader;
    private final GitText texts;
    private final Tolerance tolerance;
    private final Map<ObjectId, Files> known = new HashMap<>();

    public PackageTree(ObjectReader reader, String url, Tolerance tolerance) {
        this.reader = reader;
        this.texts = new GitText(reader, url);
        this.tolerance = tolerance;
    }

    /** The text files of a package, and what was left out. */
    public record Files(PackageContent content, Omissions omissions) {}

    /** The tree at {@code path} of a commit's tree; empty when there is none. */
    public Optional<ObjectId> subtree(ObjectId root, String path) throws IOException {
        if (path.isEmpty()) {
            return Optional.of(root);
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, path, root)) {
            return walk != null && FileMode.TREE.equals(walk.getRawMode(0))
                    ? Optional.of(walk.getObjectId(0))
                    : Optional.empty();
        }
    }

    /** Whether a tree is a package: it holds a Kptfile that is a file. */
    public boolean isPackage(ObjectId tree) throws IOException {
        for (CanonicalTreeParser entries = parser(tree); !entries.eof(); entries.next()) {
            if (entries.getEntryPathString().equals(KPTFILE) && isFile(entries.getEntryRawMode())) {
                return true;
            }
        }
        return false;
    }

    /** Packages below {@code tree}, by path; packages do not nest. */
    public SortedMap<String, ObjectId> packages(ObjectId tree, Omissions omissions) throws IOException, GitFailure {
        SortedMap<String, ObjectId> found = new TreeMap<>();
        discover(tree, "", found, omissions, 0);
        return found;
    }

    private void discover(ObjectId tree, String path, Map<String, ObjectId> found, Omissions omissions, int depth)
            throws IOException, GitFailure {
        if (!path.isEmpty() && isPackage(tree)) {
            found.put(path, tree);
            return;
        }
        Entries entries = new Entries(path, depth);
        for (CanonicalTreeParser entry = parser(tree); !entry.eof(); entry.next()) {
            Optional<String> child = path(entry, path, entries, omissions);
            if (child.isPresent() && FileMode.TREE.equals(entry.getEntryRawMode())) {
                ObjectId id = entry.getEntryObjectId();
                tolerance.attempt(
                        id.name(),
                        () -> discover(id, child.get(), found, omissions, depth + 1),
                        why -> omissions.add(Reason.DAMAGED, child.get()));
            }
        }
    }

    /** The text files of a package; symbolic links, submodules and files that are not text are left out. */
    public Files content(ObjectId tree) throws IOException, GitFailure {
        Files before = known.get(tree);
        if (before != null) {
            return before;
        }
        SortedMap<String, String> files = new TreeMap<>();
        Omissions omissions = new Omissions();
        collect(tree, "", files, omissions, 0);
        Files read = new Files(PackageContent.shared(files), omissions);
        known.put(tree, read);
        return read;
    }

    private void collect(ObjectId tree, String path, Map<String, String> files, Omissions omissions, int depth)
            throws IOException, GitFailure {
        Entries entries = new Entries(path, depth);
        for (CanonicalTreeParser entry = parser(tree); !entry.eof(); entry.next()) {
            Optional<String> child = path(entry, path, entries, omissions);
            if (child.isEmpty()) {
                continue;
            }
            ObjectId id = entry.getEntryObjectId();
            if (FileMode.TREE.equals(entry.getEntryRawMode())) {
                collect(id, child.get(), files, omissions, depth + 1);
            } else if (isFile(entry.getEntryRawMode())) {
                texts.read(id, reason -> omissions.add(reason, child.get()))
                        .ifPresent(text -> files.put(child.get(), text));
            } else {
                omissions.add(Reason.NOT_TEXT, child.get());
            }
        }
    }

    /** The path of an entry that is taken; one that is not is noted. */
    private static Optional<String> path(
            CanonicalTreeParser entry, String parent, Entries entries, Omissions omissions) {
        byte[] name = entryName(entry);
        Optional<Reason> obstacle = entries.obstacle(name);
        obstacle.ifPresent(reason -> omissions.add(reason, PathGuard.printable(parent, name)));
        return obstacle.isPresent() ? Optional.empty() : Optional.of(entries.path(name));
    }

    private static byte[] entryName(CanonicalTreeParser entries) {
        byte[] name = new byte[entries.getNameLength()];
        entries.getName(name, 0);
        return name;
    }

    private CanonicalTreeParser parser(ObjectId tree) throws IOException {
        return new CanonicalTreeParser(null, reader, tree);
    }

    static boolean isFile(int mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
}
