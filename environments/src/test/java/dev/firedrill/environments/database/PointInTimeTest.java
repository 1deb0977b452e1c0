package dev.firedrill.environments.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.vocabulary.RecoveryPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PointInTimeTest {
    private final Leash leash = Leash.open();
    private Rows rows;
    private EmbeddedPackageCache cache;

    @BeforeEach
    void anEmptyCache() {
        cache = EmbeddedPackageCache.open(leash);
        rows = new Rows(cache);
    }

    @AfterEach
    void nothingStays() {
        cache.close();
        leash.close();
    }

    @Test
    void rewinding_brings_back_what_was_there_and_takes_away_what_came_later() {
        rows.add("before");
        cache.keep(RecoveryPoint.P1);
        rows.add("after");
        rows.remove("before");
        cache.rewindTo(RecoveryPoint.P1);
        assertThat(rows.names()).containsExactly("before");
    }
}
