package dev.firedrill.environments.wait;

import dev.firedrill.model.EnvironmentFailure;

/** What was waited for did not come within its budget. */
public final class TimeIsUp extends EnvironmentFailure {
    private static final long serialVersionUID = 1L;

    TimeIsUp(String message, Throwable cause) {
        super(message, cause);
    }
}
