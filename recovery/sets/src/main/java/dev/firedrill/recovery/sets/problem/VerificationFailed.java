package dev.firedrill.recovery.sets.problem;

/** A set is not what was backed up, or cannot be proven to be: nothing may be done with it. */
public final class VerificationFailed extends SetProblem {
    private static final int CODE = 69;

    /** With what was seen in which file. */
    public VerificationFailed(String message) {
        super(message);
    }

    /** With what was seen in which file, and why. */
    public VerificationFailed(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return CODE;
    }
}
