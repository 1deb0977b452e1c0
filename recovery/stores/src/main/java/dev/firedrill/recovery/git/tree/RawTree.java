package dev.firedrill.recovery.git.tree;

import dev.firedrill.recovery.port.GitRefused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** A tree of git as its bytes have it. An entry that is not replaced comes out as it went in, with any name, mode or place. */
public final class RawTree {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One entry.
     *
     * @param mode in octal digits as they stand in the tree, which may be ones that git writes no more
     */
    record Entry(String mode, byte[] name, ObjectId id) {
        private static final int OCTAL = 8;

        static Entry of(FileMode mode, byte[] name, ObjectId id) {
            return new Entry(mode.toString().replaceFirst("^0+", ""), name, id);
        }

        int bits() {
            return Integer.parseInt(mode, OCTAL);
        }

        boolean isTree() {
            return FileMode.TREE.equals(bits());
        }

        boolean isFile() {
            return PackageTree.isFile(bits());
        }

        Entry at(ObjectId other) {
            return new Entry(mode, name, other);
        }

        /** The name as trees are sorted by it: that of a directory ends in a slash. */
        private byte[] sorted() {
            if (!isTree()) {
                return name;
            }
            byte[] longer = Arrays.copyOf(name, name.length + 1);
            longer[name.length] = '/';
            return longer;
        }
    }

    /** @throws GitRefused when the bytes are no tree */
    static RawTree of(byte[] bytes) {
        RawTree tree = new RawTree();
        int at = 0;
        while (at < bytes.length) {
            int space = find(bytes, at, (byte) ' ');
            int end = find(bytes, space + 1, (byte) 0);
            if (end + Constants.OBJECT_ID_LENGTH >= bytes.length) {
                throw damaged();
            }
            String mode = new String(bytes, at, space - at, StandardCharsets.US_ASCII);
            if (!mode.matches("[0-7]{1,9}")) {
                throw damaged();
            }
            tree.entries.add(
                    new Entry(mode, Arrays.copyOfRange(bytes, space + 1, end), ObjectId.fromRaw(bytes, end + 1)));
            at = end + 1 + Constants.OBJECT_ID_LENGTH;
        }
        return tree;
    }

    private static int find(byte[] bytes, int from, byte wanted) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw damaged();
    }

    private static GitRefused damaged() {
        return new GitRefused(
                "a directory on the package branch is damaged; repair it in git before anything is published.");
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Optional<Entry> named(byte[] name) {
        return entries.stream().filter(each -> Arrays.equals(each.name(), name)).findFirst();
    }

    void remove(Entry entry) {
        entries.remove(entry);
    }

    /** Puts {@code added} in the place of {@code old}, or where it belongs when it is of another kind. */
    void replace(Entry old, Entry added) {
        int index = entries.indexOf(old);
        if (old.isTree() == added.isTree()) {
            entries.set(index, added);
        } else {
            entries.remove(index);
            add(added);
        }
    }

    void add(Entry added) {
        int index = 0;
        while (index < entries.size()
                && Arrays.compareUnsigned(entries.get(index).sorted(), added.sorted()) < 0) {
            index++;
        }
        entries.add(index, added);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            bytes.writeBytes((entry.mode() + " ").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(entry.name());
            bytes.write(0);
            byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
            entry.id().copyRawTo(id, 0);
            bytes.writeBytes(id);
        }
        return bytes.toByteArray();
    }
}
