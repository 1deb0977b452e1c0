package dev.firedrill.recovery.sets.problem;

/** What was asked for is not done as it was asked: a wrong name, a target that is in use, two runs at once. */
public final class SetRefused extends SetProblem {
    private static final int CODE = 64;

    /** With what was refused and what to say instead. */
    public SetRefused(String message) {
        super(message);
    }

    @Override
    public int exitCode() {
        return CODE;
    }
}
