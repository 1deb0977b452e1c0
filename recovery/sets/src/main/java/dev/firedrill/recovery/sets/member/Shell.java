package dev.firedrill.recovery.sets.member;

/** Words for the shell in RESTORE.md. */
public final class Shell {
    private Shell() {}

    /** {@code text} as one word that the shell takes as it is. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
