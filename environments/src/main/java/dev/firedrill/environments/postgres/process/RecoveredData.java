package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.pitr.RecoveryTarget;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Data directories as of earlier moments: PostgreSQL itself replays a base and the archived log in a new directory up to the
 * target, ends recovery on a timeline of its own and is shut down. The present database goes on serving meanwhile and is not
 * touched when the target turns out not to be reachable. What was recovered is kept for the next rewind to the same target.
 */
final class RecoveredData {
    private final PostgresBinaries binaries;
    private final ProcessSupervisor supervisor;
    private final Supplier<Path> newFolder;
    private final Map<RecoveryTarget, Path> recovered = new HashMap<>();
    /** One recovery at a time: the package cache does them one after another. */
    private final int port;

    /** @param newFolder names a directory that does not exist */
    RecoveredData(PostgresBinaries binaries, ProcessSupervisor supervisor, Supplier<Path> newFolder) {
        this.binaries = binaries;
        this.supervisor = supervisor;
        this.newFolder = newFolder;
        port = supervisor.ports().free();
    }

    /**
     * A data directory at rest as of a target; nobody changes it.
     *
     * @throws IllegalArgumentException when the archived log ends before
     */
    Path asOf(RecoveryTarget target) {
        return recovered.computeIfAbsent(target, absent -> {
            try {
                return recover(target, newFolder.get());
            } catch (EnvironmentFailure failed) {
                String seen = failed.getMessage();
                throw RecoveryTarget.isMissed(seen) ? target.missed(seen) : failed;
            }
        });
    }

    private Path recover(RecoveryTarget target, Path data) {
        DatabaseCluster cluster = new DatabaseCluster(binaries, supervisor, "postgres-recovery", data);
        boolean recovered = false;
        try {
            FileTrees.copy(target.base(), data);
            Files.createFile(data.resolve("recovery.signal"));
            cluster.start(port, settings(target, data));
            cluster.shutDown();
            recovered = true;
            return data;
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The package cache could not be recovered into " + data + ": " + refused.getMessage(), refused);
        } finally {
            if (!recovered) {
                discard(cluster);
            }
        }
    }

    private static Map<String, String> settings(RecoveryTarget target, Path data) {
        // A path relative to the data directory, where the command runs, holds names of ours only: nothing to quote.
        Path archive = data.relativize(target.timeline().archive());
        Map<String, String> settings = new LinkedHashMap<>(target.settings(archive, "promote"));
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
