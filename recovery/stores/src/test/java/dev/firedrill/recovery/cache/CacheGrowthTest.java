package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.Lifecycle;
import org.junit.jupiter.api.Test;

/** A cache that was lost is filled by few sessions, which begin while its tables are empty. */
class CacheGrowthTest extends CacheFixture {
    private static final int REVISIONS = 600;
    /** Row, package, repository, files, and what a scan reads of a table that is too small for an index to pay. */
    private static final long ROWS_READ_FOR_ONE_WRITTEN = 100;

    @Test
    void writing_one_revision_reads_as_much_of_a_full_cache_as_of_an_empty_one() {
        for (int number = 0; number < REVISIONS; number++) {
            cache.insert(row(name("packages/p" + number, "ws"), Lifecycle.PUBLISHED, 1));
        }
        // A session tells the server's counters what it did when it ends.
        cache.close();

        assertThat(Long.parseLong(database.value(
                        "SELECT SUM(seq_tup_read + COALESCE(idx_tup_fetch, 0))" + " FROM pg_stat_user_tables")))
                .as("rows that were read")
                .isLessThan(REVISIONS * ROWS_READ_FOR_ONE_WRITTEN);
    }
}
