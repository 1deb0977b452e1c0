package dev.firedrill.scenarios.runner;

/** What a user selected cannot be run; the message says why and what to do, for the user. */
public final class WrongSelection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongSelection(String message) {
        super(message);
    }
}
