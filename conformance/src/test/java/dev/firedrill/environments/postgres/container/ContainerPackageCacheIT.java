package dev.firedrill.environments.postgres.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.TestEngine;
import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.process.RunLabel;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.RecoveryPoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only containers have: ids that vanish, a frozen store, a disk that fills, and a sweep that leaves nothing. */
class ContainerPackageCacheIT {
    private static Engine engine;

    @BeforeAll
    static void holdOn() {
        engine = TestEngine.engineFor(Images.Of.POSTGRES);
    }

    @AfterAll
    static void letGo() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void loss_and_rewind_destroy_the_container_and_nothing_stays_after_closing() {
        ContainerPackageCache cache = ContainerPackageCache.open(engine);
        String first = cache.containerId();
        cache.keep(RecoveryPoint.P1);
        cache.lose();
        String second = cache.containerId();
        assertGone(first);
        cache.rewindTo(RecoveryPoint.P1);
        assertGone(second);
        cache.close();
        assertThat(engine.client()
                        .listVolumesCmd()
                        .withFilter("label", List.of(RunLabel.KEY + "=" + engine.label()))
                        .exec()
                        .getVolumes())
                .isEmpty();
    }

    @Test
    void between_scenarios_a_reset_needs_no_new_container_where_a_copy_is_and_leaves_no_difference()
            throws SQLException {
        try (ContainerPackageCache cache = ContainerPackageCache.open(engine)) {
            write(cache, "kept");
            cache.keep(RecoveryPoint.P1);
            String kept = rows(cache);
            write(cache, "late");
            cache.keep(RecoveryPoint.P2);
            String atP2 = rows(cache);
            // The first point that is kept has a copy at once, another one from its first reset on.
            resetsInPlace(cache, RecoveryPoint.P1, kept);
            resetsAnew(cache, RecoveryPoint.P2, atP2);
            write(cache, "later");
            resetsInPlace(cache, RecoveryPoint.P2, atP2);
            resetsInPlace(cache, RecoveryPoint.P1, kept);
            cache.keep(RecoveryPoint.DISASTER);
            cache.kill();
            resetsAnew(cache, RecoveryPoint.P1, kept);
            // A timeline that is put back to later than the copies were made has them.
            cache.rewindTo(RecoveryPoint.DISASTER);
            resetsInPlace(cache, RecoveryPoint.P2, atP2);
        }
    }

    private static void resetsInPlace(ContainerPackageCache cache, RecoveryPoint point, String expected)
            throws SQLException {
        String container = cache.containerId();
        resets(cache, point, expected);
        assertThat(cache.containerId()).isEqualTo(container);
    }

    private static void resetsAnew(ContainerPackageCache cache, RecoveryPoint point, String expected)
            throws SQLException {
        String container = cache.containerId();
        resets(cache, point, expected);
        assertThat(cache.containerId()).isNotEqualTo(container);
    }

    /** The time of a commit is what loss is measured by, so it is compared as well. */
    private static void resets(ContainerPackageCache cache, RecoveryPoint point, String expected) throws SQLException {
        cache.resetTo(point);
        assertThat(rows(cache)).isEqualTo(expected);
    }

    private static void write(ContainerPackageCache cache, String name) throws SQLException {
        try (Connection connection = connect(cache);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS notes (name text)");
            statement.execute("INSERT INTO notes VALUES ('" + name + "')");
        }
    }

    private static String rows(ContainerPackageCache cache) throws SQLException {
        try (Connection connection = connect(cache)) {
            return Login.value(
                    connection,
                    "SELECT string_agg(name || ' at ' || pg_xact_commit_timestamp(xmin), ', ' ORDER BY name) FROM notes");
        }
    }

    private static Connection connect(ContainerPackageCache cache) throws SQLException {
        DatabaseAddress address = cache.address();
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }

    @Test
    void a_paused_cache_is_silent_until_it_is_woken() {
        try (ContainerPackageCache cache = ContainerPackageCache.open(engine)) {
            String incarnation = cache.incarnation();
            Outage pause = cache.pause();
            assertThat(pause.witness().convincing()).isTrue();
            pause.close();
            pause.close();
            assertThat(pause.witness().convincing()).isFalse();
            assertThat(cache.incarnation()).isEqualTo(incarnation);
        }
    }

    @Test
    void a_full_disk_refuses_writes_until_there_is_room_again() {
        try (ContainerPackageCache cache = ContainerPackageCache.openOnSmallDisk(engine, 256L << 20)) {
            Outage full = cache.fillDisk();
            assertThat(full.witness().seen()).contains("No space left on device");
            full.close();
            full.close();
            assertThat(full.witness().convincing()).isFalse();
            cache.kill();
            cache.start();
            assertThat(cache.incarnation()).isNotBlank();
        }
    }

    @Test
    void only_a_container_that_nobody_told_to_end_has_ended_by_itself() {
        try (ContainerPackageCache cache = ContainerPackageCache.open(engine)) {
            cache.kill();
            assertThat(cache.endedByItself()).isEmpty();
            cache.start();
            assertThat(cache.endedByItself()).isEmpty();
            engine.client()
                    .killContainerCmd(cache.containerId())
                    .withSignal("KILL")
                    .exec();
            Wait.until(
                    "the end to be seen",
                    Patience.PROMPT,
                    () -> cache.endedByItself().isPresent());
            assertThat(cache.endedByItself().orElseThrow())
                    .contains("postgresql", cache.containerId().substring(0, 12), "code 137", "Its log ends");
            cache.lose();
            assertThat(cache.endedByItself()).isEmpty();
        }
    }

    @Test
    void closing_the_engine_removes_what_was_left() {
        Engine other = Engine.open(Images.configured());
        ContainerPackageCache left = ContainerPackageCache.open(other);
        String id = left.containerId();
        other.close();
        assertGone(id);
    }

    private static void assertGone(String id) {
        assertThatThrownBy(() -> engine.client().inspectContainerCmd(id).exec()).isInstanceOf(NotFoundException.class);
    }
}
