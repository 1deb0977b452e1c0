package dev.firedrill.recovery.git.tree;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * Names that would leave their directory, or enter git's own, when the tree is written to a disk; and names with control
 * characters, which no terminal, log or API shows as they are.
 */
public final class PathGuard {
    private static final ObjectChecker CHECKER = new ObjectChecker().setSafeForMacOS(true);

    private static final byte DELETE = 0x7f;

    private PathGuard() {}

    public static boolean isHostile(byte[] segment) {
        for (byte b : segment) {
            if (b == '/' || b == '\\' || b >= 0 && b < ' ' || b == DELETE) {
                return true;
            }
        }
        try {
            CHECKER.checkPathSegment(segment, 0, segment.length);
            return false;
        } catch (CorruptObjectException e) {
            return true;
        }
    }

    /** A name for messages: unprintable characters are replaced. */
    static String printable(String parent, byte[] segment) {
        String name = new String(segment, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
        return parent.isEmpty() ? name : parent + "/" + name;
    }
}
