package dev.firedrill.cli;

import dev.firedrill.model.Verdict;

/** The exit codes that every subcommand shares. */
public final class ExitCode {
    /** All that applies held, and something does. */
    public static final int HELD = 0;
    /** A rule was violated. */
    public static final int VIOLATED = 1;
    /** Nothing was proved, nothing applies to the system under test, or the environment is broken. */
    static final int INCONCLUSIVE = 2;
    /** The command was used wrongly. */
    public static final int USAGE = 64;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case HELD -> HELD;
            case INCONCLUSIVE, NOT_APPLICABLE -> INCONCLUSIVE;
            case VIOLATED -> VIOLATED;
        };
    }
}
