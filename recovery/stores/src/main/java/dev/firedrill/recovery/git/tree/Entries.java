package dev.firedrill.recovery.git.tree;

import dev.firedrill.recovery.git.tree.Omissions.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which entries of one directory are taken: the same ones for reading and for writing a package. */
public final class Entries {
    private final String parent;
    private final int depth;
    private final Set<String> seen = new HashSet<>();

    /** @param parent the path of the directory within its package; empty for the package itself */
    Entries(String parent, int depth) {
        this.parent = parent;
        this.depth = depth;
    }

    /** Why the next entry, of this name, is not taken; empty when it is. To be asked once for each entry, in order. */
    Optional<Reason> obstacle(byte[] name) {
        if (PathGuard.isHostile(name)) {
            return Optional.of(Reason.NAME);
        }
        Optional<String> text = GitText.decoded(name);
        if (text.isEmpty()) {
            return Optional.of(Reason.ENCODING);
        }
        if (depth > PackageTree.DEEPEST) {
            return Optional.of(Reason.DEPTH);
        }
        int length = parent.getBytes(StandardCharsets.UTF_8).length + 1 + name.length;
        if (length > PackageTree.LONGEST_PATH) {
            return Optional.of(Reason.LENGTH);
        }
        return seen.add(text.get()) ? Optional.empty() : Optional.of(Reason.TWICE);
    }

    String path(byte[] name) {
        String text = new String(name, StandardCharsets.UTF_8);
        return parent.isEmpty() ? text : parent + "/" + text;
    }
}
