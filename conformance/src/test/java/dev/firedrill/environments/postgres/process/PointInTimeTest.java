package dev.firedrill.environments.postgres.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.conformance.postgres.CacheRows;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.RecoveryPoint;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recovery to kept points through chains of rewinds, losses and timelines. */
class PointInTimeTest {
    private final ProcessSupervisor supervisor = ProcessSupervisor.open();

    @AfterEach
    void nothingStays() {
        supervisor.close();
    }

    @Test
    void points_of_every_timeline_are_reached_in_any_order() {
        EmbeddedPackageCache cache = EmbeddedPackageCache.open(supervisor);
        CacheRows rows = new CacheRows(cache);
        makeFiveTimelines(cache, rows);
        reach(cache, rows, "b", "a", "b");
        reach(cache, rows, "d", "d");
        reach(cache, rows, "e", "a", "c", "e");
        reach(cache, rows, "a", "a");
        reach(cache, rows, "b", "a", "b");
        reach(cache, rows, "c", "a", "c");
    }

    @Test
    void two_timelines_from_one_point_keep_their_own_pasts() {
        EmbeddedPackageCache cache = EmbeddedPackageCache.open(supervisor);
        CacheRows rows = new CacheRows(cache);
        keep(cache, rows, "root");
        cache.rewindTo(new RecoveryPoint("root"));
        keep(cache, rows, "left");
        cache.rewindTo(new RecoveryPoint("root"));
        keep(cache, rows, "right");
        reach(cache, rows, "left", "left", "root");
        reach(cache, rows, "right", "right", "root");
    }

    @Test
    void recovery_from_a_base_taken_while_the_server_writes_is_exact() {
        EmbeddedPackageCache cache = EmbeddedPackageCache.open(supervisor, 0);
        CacheRows rows = new CacheRows(cache);
        Thread writer = new Thread(() -> IntStream.range(0, 300).forEach(number -> rows.add("busy-" + number)));
        writer.start();
        keep(cache, rows, "early");
        List<String> atEarly =
                rows.names().stream().filter(name -> !name.startsWith("busy")).toList();
        join(writer);
        keep(cache, rows, "late");
        cache.rewindTo(new RecoveryPoint("late"));
        assertThat(rows.names()).hasSize(302);
        cache.rewindTo(new RecoveryPoint("early"));
        assertThat(rows.names()).hasSizeLessThan(302).containsAll(atEarly);
    }

    @Test
    void what_was_committed_survives_a_kill_in_the_middle_of_writing() {
        EmbeddedPackageCache cache = EmbeddedPackageCache.open(supervisor);
        CacheRows rows = new CacheRows(cache);
        keep(cache, rows, "before");
        new Random(1).ints(20, 0, 1_000_000).forEach(number -> rows.add("n" + number));
        String incarnation = cache.incarnation();
        cache.kill();
        cache.start();
        assertThat(rows.names()).hasSize(21);
        assertThat(cache.incarnation()).isEqualTo(incarnation);
        keep(cache, rows, "after");
        reach(cache, rows, "before", "before");
    }

    @Test
    void a_lost_cluster_and_its_successor_have_different_system_identifiers() {
        EmbeddedPackageCache cache = EmbeddedPackageCache.open(supervisor);
        String first = cache.incarnation();
        cache.lose();
        assertThat(cache.incarnation().split("/")[0]).isNotEqualTo(first.split("/")[0]);
    }

    @Test
    void rewinding_moves_to_a_timeline_of_its_own() {
        EmbeddedPackageCache cache = EmbeddedPackageCache.open(supervisor);
        cache.keep(RecoveryPoint.P1);
        cache.rewindTo(RecoveryPoint.P1);
        assertThat(cache.incarnation().split("/")[1]).isEqualTo("2");
        cache.keep(RecoveryPoint.P2);
        cache.rewindTo(RecoveryPoint.P2);
        assertThat(cache.incarnation().split("/")[1]).isEqualTo("3");
    }

    /** Keeps a and b, goes back to a and keeps c, loses everything and keeps d, goes back to c and keeps e. */
    private static void makeFiveTimelines(EmbeddedPackageCache cache, CacheRows rows) {
        keep(cache, rows, "a");
        keep(cache, rows, "b");
        cache.rewindTo(new RecoveryPoint("a"));
        keep(cache, rows, "c");
        cache.lose();
        keep(cache, rows, "d");
        cache.rewindTo(new RecoveryPoint("c"));
        keep(cache, rows, "e");
    }

    private static void keep(EmbeddedPackageCache cache, CacheRows rows, String name) {
        rows.add(name);
        cache.keep(new RecoveryPoint(name));
        rows.add("after-" + name);
        rows.remove("after-" + name);
    }

    private static void reach(EmbeddedPackageCache cache, CacheRows rows, String name, String... expected) {
        cache.rewindTo(new RecoveryPoint(name));
        assertThat(rows.names()).as("at " + name).containsExactly(expected);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
