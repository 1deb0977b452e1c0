package dev.firedrill.recovery.sets.problem;

/**
 * Something that ends a command about recovery sets. The message says what was tried, on what, what was seen and what to do;
 * it never holds a secret.
 */
public abstract class SetProblem extends RuntimeException {
    SetProblem(String message, Throwable cause) {
        super(message, cause);
    }

    SetProblem(String message) {
        super(message);
    }

    /** The exit code of the command that this ends. */
    public abstract int exitCode();
}
