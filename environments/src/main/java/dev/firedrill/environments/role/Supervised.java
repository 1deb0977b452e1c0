package dev.firedrill.environments.role;

import java.util.Optional;

/** The ability to see that the processes behind a role ended by themselves. */
public interface Supervised {
    /**
     * What ended by itself, with the end of its log, so that nobody waits for its answers. Empty while it runs, and while it
     * is down because the harness has ended it. Secrets may stand in the log.
     */
    Optional<String> endedByItself();
}
