package dev.firedrill.recovery.git;

import dev.firedrill.recovery.git.GitView.Problem;
import dev.firedrill.recovery.model.PackageContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads trees: finds packages and their text files, and refuses names that climb out. */
final class PackageTree {
    private static final String KPTFILE = "Kptfile";
    private static final int DEEPEST = 100;

    private final ObjectReader reader;
    private final String url;
    private final Map<ObjectId, PackageContent> contents = new HashMap<>();

    PackageTree(ObjectReader reader, String url) {
        this.reader = reader;
        this.url = url;
    }

    /** The tree at {@code path} of a commit's tree; empty when there is none. */
    Optional<ObjectId> subtree(ObjectId root, String path) throws IOException {
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
    boolean isPackage(ObjectId tree) throws IOException {
        for (CanonicalTreeParser entries = parser(tree); !entries.eof(); entries.next()) {
            if (entries.getEntryPathString().equals(KPTFILE) && isFile(entries.getEntryRawMode())) {
                return true;
            }
        }
        return false;
    }

    /** Packages below {@code tree}, by path; packages do not nest. */
    SortedMap<String, ObjectId> packages(ObjectId tree, AnyObjectId commit) throws IOException, Trouble {
        SortedMap<String, ObjectId> found = new TreeMap<>();
        discover(tree, "", commit, found, 0);
        return found;
    }

    private void discover(ObjectId tree, String path, AnyObjectId commit, Map<String, ObjectId> found, int depth)
            throws IOException, Trouble {
        if (!path.isEmpty() && isPackage(tree)) {
            found.put(path, tree);
            return;
        }
        for (CanonicalTreeParser entries = parser(tree); !entries.eof(); entries.next()) {
            String name = guarded(entries, path, commit, depth);
            if (FileMode.TREE.equals(entries.getEntryRawMode())
                    && text(entryName(entries)).isPresent()) {
                String child = path.isEmpty() ? name : path + "/" + name;
                discover(entries.getEntryObjectId(), child, commit, found, depth + 1);
            }
        }
    }

    /** The text files of a package; symbolic links, submodules and files that are not text are left out. */
    PackageContent content(ObjectId tree, String path, AnyObjectId commit) throws IOException, Trouble {
        PackageContent known = contents.get(tree);
        if (known != null) {
            return known;
        }
        SortedMap<String, String> files = new TreeMap<>();
        collect(tree, path, "", commit, files, 0);
        PackageContent content = new PackageContent(files);
        contents.put(tree, content);
        return content;
    }

    private void collect(
            ObjectId tree, String path, String inside, AnyObjectId commit, Map<String, String> files, int depth)
            throws IOException, Trouble {
        for (CanonicalTreeParser entries = parser(tree); !entries.eof(); entries.next()) {
            String name = guarded(entries, inside.isEmpty() ? path : path + "/" + inside, commit, depth);
            String file = inside.isEmpty() ? name : inside + "/" + name;
            ObjectId id = entries.getEntryObjectId();
            if (text(entryName(entries)).isEmpty()) {
                continue;
            }
            if (FileMode.TREE.equals(entries.getEntryRawMode())) {
                collect(id, path, file, commit, files, depth + 1);
            } else if (isFile(entries.getEntryRawMode())) {
                text(reader.open(id).getBytes()).ifPresent(text -> files.put(file, text));
            }
        }
    }

    private String guarded(CanonicalTreeParser entries, String parent, AnyObjectId commit, int depth) throws Trouble {
        byte[] name = entryName(entries);
        if (PathGuard.isHostile(name) || depth > DEEPEST) {
            throw new Trouble(
                    Problem.HOSTILE,
                    "git repository " + Trouble.withoutSecret(url) + " holds the path '"
                            + PathGuard.printable(parent, name) + "' in commit " + commit.name()
                            + ", which would leave its package; nothing of this repository is read until it is"
                            + " removed from its branch and tags.");
        }
        return new String(name, StandardCharsets.UTF_8);
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

    /** The text in UTF-8 without NUL; empty for everything else, which the cache's text columns cannot hold. */
    static Optional<String> text(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
