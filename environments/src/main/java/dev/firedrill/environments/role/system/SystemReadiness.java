package dev.firedrill.environments.role.system;

import dev.firedrill.model.SystemStatement;
import java.time.Instant;
import java.util.Optional;

/** When a system is through with its work, and what it says of it. */
public interface SystemReadiness {
    /**
     * Waits until the system says that it is ready after a look at everything that began after {@code since}, or has shown
     * for long enough that it will not be.
     *
     * @throws AssertionError when it ends by itself, which a recovery must not do
     * @throws dev.firedrill.model.EnvironmentFailure when a store ends by itself, for which the system must not be blamed
     */
    Settlement settle(Instant since);

    /**
     * Waits until a look at everything that began after {@code since} is complete, whatever it found.
     *
     * @throws AssertionError when the system ends by itself
     * @throws dev.firedrill.model.EnvironmentFailure when a store ends by itself, or time is up
     */
    void look(Instant since);

    /** What it says of Repositories and PackageVariants, without being told to look; empty when it does not answer. */
    Optional<SystemStatement> said();
}
