package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.cache.connection.AdvisoryLock;
import dev.firedrill.recovery.cache.connection.Database;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.PassLock;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lock of a pass belongs to somebody who can be named, and not for longer than that one lives. */
@Tag("slow")
class LockHolderTest extends CacheFixture {
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    @Test
    void whoever_waits_is_told_who_holds_it() {
        PassLock lock = cache.lockPass("ns", AT_ONCE);
        assertThatThrownBy(() -> cache.lockPass("ns", AT_ONCE))
                .isInstanceOf(CacheConflict.class)
                .hasMessageContaining(
                        "firedrill-recovery " + ProcessHandle.current().pid() + "@")
                .hasMessageContaining("from 127.0.0.1")
                .hasMessageContaining("since " + Instant.now().toString().substring(0, 13))
                .hasMessageContaining("of user postgres");
        lock.close();
        cache.lockPass("ns", AT_ONCE).close();
    }

    @Test
    void a_holder_who_is_alive_keeps_it_for_longer_than_anybody_may_be_silent() {
        PassLock lock = cache.lockPass("ns", AT_ONCE);
        Duration longer = Duration.ofSeconds(AdvisoryLock.SILENCE_SECONDS + 3L);
        assertThatThrownBy(() -> cache.lockPass("ns", longer)).isInstanceOf(CacheConflict.class);
        lock.close();
        cache.lockPass("ns", AT_ONCE).close();
    }

    @Test
    void a_holder_whose_link_is_half_open_loses_it_within_seconds() throws IOException {
        URI there = URI.create(database.plainUrl().substring("jdbc:".length()));
        Database address = database.address();
        try (Relay relay = Relay.to(there.getPort());
                PostgresPackageCache gone = new PostgresPackageCache(
                        new Database(
                                "jdbc:postgresql://127.0.0.1:" + relay.port() + there.getPath(),
                                address.user(),
                                address.password()),
                        Clock.systemUTC())) {
            gone.lockPass("ns", AT_ONCE);
            relay.goSilent();
            long start = System.nanoTime();
            cache.lockPass("ns", Duration.ofSeconds(25)).close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(AdvisoryLock.SILENCE_SECONDS + 5L));
        }
    }
}
