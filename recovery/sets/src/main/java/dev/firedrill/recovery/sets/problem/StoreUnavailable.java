package dev.firedrill.recovery.sets.problem;

/** A store, or the storage of the sets, cannot be used as it is: nothing is known, or not all of it could be taken. */
public final class StoreUnavailable extends SetProblem {
    private static final int CODE = 2;

    /** With what was tried and what was seen. */
    public StoreUnavailable(String message) {
        super(message);
    }

    /** With what was tried and what was seen, and why. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return CODE;
    }
}
