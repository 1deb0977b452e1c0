package dev.firedrill.recovery.git.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP answer other than success.
 *
 * @param reason the server's own words, in one line and without secrets; empty when it sent none
 * @param retryAfter when it wants to be asked again
 */
public record ServerAnswer(int code, String reason, Optional<Duration> retryAfter) {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    boolean asksToComeLater() {
        return code == TOO_MANY || retryAfter.isPresent() && code >= SERVER_ERROR;
    }

    boolean isOfTheServer() {
        return code >= SERVER_ERROR;
    }

    /** For a sentence: the code and what the server says about it. */
    String words() {
        return reason.isEmpty() ? String.valueOf(code) : code + ": " + reason;
    }
}
