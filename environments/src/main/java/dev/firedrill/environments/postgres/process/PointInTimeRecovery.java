package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.timeline.TimeTarget;
import dev.firedrill.environments.postgres.timeline.Timeline;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.Ports;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a data directory as of an earlier moment: PostgreSQL itself replays a base and the archived log in a new
 * directory up to the target, ends recovery on a timeline of its own and is shut down. The present database goes on
 * serving meanwhile and is not touched when the target turns out not to be reachable.
 */
final class PointInTimeRecovery {
    private final PostgresBinaries binaries;
    private final ProcessSupervisor leash;
    /** One recovery at a time: the package cache does them one after another. */
    private final int port = Ports.free();

    PointInTimeRecovery(PostgresBinaries binaries, ProcessSupervisor leash) {
        this.binaries = binaries;
        this.leash = leash;
    }

    /**
     * Recovers up to a restore point.
     *
     * @param at when the restore point was made
     * @param target a directory that does not exist
     */
    void recover(Timeline life, Instant at, String restorePoint, Path target) {
        recover(life, at, Map.of("recovery_target_name", restorePoint), target);
    }

    /**
     * Recovers up to and with the last commit that was not later than {@code at}.
     *
     * @throws IllegalArgumentException when the archived log ends before
     */
    void recover(Timeline life, Instant at, Path target) {
        try {
            recover(life, at, Map.of("recovery_target_time", TimeTarget.setting(at)), target);
        } catch (EnvironmentFailure failed) {
            String seen = failed.getMessage();
            if (!TimeTarget.isMissed(seen)) {
                throw failed;
            }
            throw TimeTarget.missed(at, life.from(), life.until(), seen);
        }
    }

    private void recover(Timeline life, Instant at, Map<String, String> goal, Path target) {
        DatabaseCluster cluster = new DatabaseCluster(binaries, leash, "postgres-recovery", target);
        boolean recovered = false;
        try {
            FileTrees.copy(life.baseFor(at), target);
            Files.createFile(target.resolve("recovery.signal"));
            cluster.start(port, settings(life, goal, target));
            cluster.shutDown();
            recovered = true;
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The package cache could not be recovered into " + target + ": " + refused.getMessage(), refused);
        } finally {
            if (!recovered) {
                discard(cluster);
            }
        }
    }

    private static Map<String, String> settings(Timeline life, Map<String, String> goal, Path target) {
        // A path relative to the data directory, where the command runs, holds names of ours only: nothing to quote.
        Path archive = target.relativize(life.archive());
        Map<String, String> settings = new LinkedHashMap<>(goal);
        settings.put("restore_command", "test -f " + archive + "/%f && cp " + archive + "/%f %p");
        settings.put("recovery_target_action", "promote");
        // Each life has its own archive with one timeline in it; "latest" could wander off.
        settings.put("recovery_target_timeline", "current");
        settings.put("archive_mode", "off");
        return settings;
    }

    private static void discard(DatabaseCluster cluster) {
        cluster.kill();
        try {
            FileTrees.delete(cluster.data());
        } catch (IOException stays) {
            // It goes with the run directory; the failure that brought us here matters more.
        }
    }
}
