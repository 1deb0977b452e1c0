package dev.firedrill.recovery.git.tree;

import dev.firedrill.recovery.port.GitRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Writes one package into the tree of a branch and leaves everything else of that tree as it is, byte for byte. Within the
 * package, files that the package cache cannot hold stay too: that they are not in a draft does not mean that a user has
 * deleted them.
 */
public final class TreeEdit {
    private final ObjectInserter inserter;
    private final ObjectReader reader;

    public TreeEdit(ObjectInserter inserter, ObjectReader reader) {
        this.inserter = inserter;
        this.reader = reader;
    }

    /** The tree with exactly {@code files} as the texts of the package at {@code full}. */
    public ObjectId with(ObjectId root, String full, Map<String, String> files) throws IOException {
        Node wanted = new Node();
        for (Map.Entry<String, String> file : files.entrySet()) {
            wanted.put(file.getKey(), List.of(file.getKey().split("/", -1)), file.getValue());
        }
        return write(at(root, List.of(full.split("/")), old -> directory(old, wanted, "", 0)));
    }

    /** The tree without the directory at {@code full}, and without those above it that hold nothing else. */
    public ObjectId without(ObjectId root, String full) throws IOException {
        return write(at(root, List.of(full.split("/")), old -> Optional.empty()));
    }

    private ObjectId write(Optional<ObjectId> root) throws IOException {
        return root.isPresent() ? root.get() : inserter.insert(Constants.OBJ_TREE, new byte[0]);
    }

    private Optional<ObjectId> at(ObjectId tree, List<String> path, Replacement change) throws IOException {
        return at(Optional.of(tree), path, change);
    }

    private Optional<ObjectId> at(Optional<ObjectId> tree, List<String> path, Replacement change) throws IOException {
        if (path.isEmpty()) {
            return change.of(tree);
        }
        RawTree entries = read(tree);
        byte[] name = segment(path.get(0), path.get(0));
        Optional<RawTree.Entry> old = entries.named(name);
        Optional<ObjectId> below = old.filter(RawTree.Entry::isTree).map(RawTree.Entry::id);
        put(entries, old, name, at(below, path.subList(1, path.size()), change));
        return inserted(entries);
    }

    private static void put(RawTree entries, Optional<RawTree.Entry> old, byte[] name, Optional<ObjectId> tree) {
        if (tree.isEmpty()) {
            old.ifPresent(entries::remove);
        } else if (old.isPresent() && old.get().isTree()) {
            entries.replace(old.get(), old.get().at(tree.get()));
        } else if (old.isPresent()) {
            entries.replace(old.get(), RawTree.Entry.of(FileMode.TREE, name, tree.get()));
        } else {
            entries.add(RawTree.Entry.of(FileMode.TREE, name, tree.get()));
        }
    }

    private Optional<ObjectId> directory(Optional<ObjectId> tree, Node wanted, String path, int depth)
            throws IOException {
        RawTree entries = read(tree);
        boolean wasEmpty = tree.isPresent() && entries.isEmpty();
        Entries taken = new Entries(path, depth);
        SortedMap<String, Node> rest = new TreeMap<>(wanted.children);
        for (RawTree.Entry old : entries.entries()) {
            boolean outOfSight = taken.obstacle(old.name()).isPresent();
            Optional<Node> node = Optional.ofNullable(rest.remove(new String(old.name(), StandardCharsets.UTF_8)));
            if (node.isPresent() || !outOfSight) {
                change(entries, old, node, taken.path(old.name()), depth);
            }
        }
        for (Map.Entry<String, Node> added : rest.entrySet()) {
            byte[] name = added.getKey().getBytes(StandardCharsets.UTF_8);
            String child = taken.path(name);
            if (added.getValue().isFile()) {
                entries.add(RawTree.Entry.of(FileMode.REGULAR_FILE, name, text(added.getValue())));
            } else {
                put(entries, Optional.empty(), name, directory(Optional.empty(), added.getValue(), child, depth + 1));
            }
        }
        return wasEmpty && entries.isEmpty() ? tree : inserted(entries);
    }

    private void change(RawTree entries, RawTree.Entry old, Optional<Node> node, String path, int depth)
            throws IOException {
        if (node.filter(Node::isFile).isPresent()) {
            ObjectId text = text(node.get());
            // The cache knows no modes, so that a new text is no wish to take the old one's away.
            entries.replace(
                    old, old.isFile() ? old.at(text) : RawTree.Entry.of(FileMode.REGULAR_FILE, old.name(), text));
        } else if (node.isPresent() || old.isTree()) {
            Optional<ObjectId> below = old.isTree() ? Optional.of(old.id()) : Optional.empty();
            put(entries, Optional.of(old), old.name(), directory(below, node.orElseGet(Node::new), path, depth + 1));
        } else if (old.isFile() && GitText.isHeld(reader, old.id())) {
            entries.remove(old);
        }
    }

    private ObjectId text(Node file) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, file.text.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private RawTree read(Optional<ObjectId> tree) throws IOException {
        return RawTree.of(
                tree.isPresent() ? reader.open(tree.get(), Constants.OBJ_TREE).getBytes() : new byte[0]);
    }

    private Optional<ObjectId> inserted(RawTree entries) throws IOException {
        return entries.isEmpty() ? Optional.empty() : Optional.of(inserter.insert(Constants.OBJ_TREE, entries.bytes()));
    }

    private static byte[] segment(String name, String path) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (PathGuard.isHostile(bytes)) {
            throw new GitRefused("git allows no file named '"
                    + PathGuard.printable("", path.getBytes(StandardCharsets.UTF_8)) + "'; rename or remove it.");
        }
        return bytes;
    }

    /** What becomes of a directory that may not be there. */
    @FunctionalInterface
    private interface Replacement {
        Optional<ObjectId> of(Optional<ObjectId> tree) throws IOException;
    }

    /** A file or a directory that is wanted. */
    private static final class Node {
        private final SortedMap<String, Node> children = new TreeMap<>();
        private Optional<String> text = Optional.empty();

        boolean isFile() {
            return text.isPresent();
        }

        void put(String path, List<String> rest, String content) {
            if (rest.isEmpty()) {
                text = Optional.of(content);
            } else {
                segment(rest.get(0), path);
                children.computeIfAbsent(rest.get(0), name -> new Node())
                        .put(path, rest.subList(1, rest.size()), content);
            }
            if (isFile() && !children.isEmpty()) {
                throw new GitRefused("'" + path + "' cannot be both a file and a directory; rename one of them.");
            }
        }
    }
}
