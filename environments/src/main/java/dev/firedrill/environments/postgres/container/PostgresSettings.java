package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.postgres.Login;
import java.nio.file.Path;

/**
 * What stays the same for every container of the database.
 *
 * @param volume the volume that holds bases and archived log; it outlives every container
 * @param harness how the harness logs in, who owns the server
 * @param cache how the orchestrator logs in
 * @param diskBytes how large the disk below the data is; 0 when it is the engine's
 */
record PostgresSettings(Engine engine, String image, String volume, Login harness, Login cache, long diskBytes) {
    /** Where the volume with bases and archived log is mounted. */
    static final Path SHARED = Path.of("/firedrill");

    int port() {
        return cache.port();
    }

    boolean isOnSmallDisk() {
        return diskBytes > 0;
    }
}
