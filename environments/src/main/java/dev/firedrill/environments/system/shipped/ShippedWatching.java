package dev.firedrill.environments.system.shipped;

import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.WatchesOnly;
import java.time.Duration;

/** An orchestrator whose next poll is so far away that a watch always comes first. */
final class ShippedWatching implements WatchesOnly {
    /** The option that says how often it looks without being asked. */
    static final String INTERVAL = "--poll-interval";

    private static final Duration NEVER = Duration.ofDays(1);

    private final OrchestratorPages pages;

    ShippedWatching(OrchestratorPages pages) {
        this.pages = pages;
    }

    @Override
    public StartOptions watchingOnly() {
        return StartOptions.of(INTERVAL, NEVER.toString());
    }

    @Override
    public long looks() {
        return pages.status().map(StatusPage::pass).map(StatusPage.Pass::number).orElse(0L);
    }
}
