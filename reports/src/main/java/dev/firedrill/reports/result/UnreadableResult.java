package dev.firedrill.reports.result;

/** A {@code result.json} is missing, damaged or of another schema; the message is one sentence for the user. */
public final class UnreadableResult extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableResult(String message) {
        super(message);
    }

    UnreadableResult(String message, Throwable cause) {
        super(message, cause);
    }
}
