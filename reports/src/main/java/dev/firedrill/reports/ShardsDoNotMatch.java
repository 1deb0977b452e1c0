package dev.firedrill.reports;

/** The folders that were to be merged are not parts of one drill; the message is one sentence for the user. */
public final class ShardsDoNotMatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShardsDoNotMatch(String message) {
        super(message);
    }
}
