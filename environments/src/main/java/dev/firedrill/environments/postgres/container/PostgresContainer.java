package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.ContainerSpec;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.docker.ServingContainer;
import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.postgres.pitr.RecoveryTarget;
import dev.firedrill.environments.postgres.pitr.Timeline;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One container of the database with its data volume, from its start on new data to its loss or rewind. */
final class PostgresContainer implements ServingContainer {
    private static final int PORT = 5432;

    private final PostgresSettings settings;
    private final String data;
    private final RunningContainer container;
    /** Keeps a disk in memory, which would go with the last container that uses it. */
    private final @Nullable RunningContainer diskHolder;

    private PostgresContainer(
            PostgresSettings settings, String data, RunningContainer container, @Nullable RunningContainer diskHolder) {
        this.settings = settings;
        this.data = data;
        this.container = container;
        this.diskHolder = diskHolder;
    }

    /**
     * Starts a new container on a new volume and waits until it serves.
     *
     * @param target where to begin; {@code null} for an empty cache
     */
    static PostgresContainer start(PostgresSettings settings, Timeline timeline, @Nullable RecoveryTarget target) {
        Map<String, String> disk = settings.isOnSmallDisk()
                ? Map.of("type", "tmpfs", "device", "tmpfs", "o", "size=" + settings.diskBytes())
                : Map.of();
        String data = settings.engine().newVolume("postgresql-data", disk);
        RunningContainer diskHolder = settings.isOnSmallDisk() ? holdDisk(settings, data) : null;
        ContainerSpec spec = PostgresSpec.of(settings, timeline.archive(), data, target, "promote")
                .publish(PORT, settings.port())
                .build();
        RunningContainer container = RunningContainer.start(settings.engine(), spec);
        PostgresContainer started = new PostgresContainer(settings, data, container, diskHolder);
        started.awaitServing();
        if (target == null) {
            started.makeSchema();
        }
        return started;
    }

    private static RunningContainer holdDisk(PostgresSettings settings, String data) {
        return RunningContainer.start(
                settings.engine(),
                ContainerSpec.of("postgresql-disk", settings.image())
                        .entrypoint("sh", "-c", "exec sleep 1000000")
                        .mount(data, PostgresSpec.DATA)
                        .build());
    }

    @Override
    public RunningContainer container() {
        return container;
    }

    @Override
    public void startAgain() {
        container.startAgain();
        awaitServing();
    }

    /** Destroys the container and the data volume; bases and archived log stay. */
    @Override
    public void destroy() {
        container.destroy();
        if (diskHolder != null) {
            diskHolder.destroy();
        }
        settings.engine().removeVolume(data);
    }

    /** A base of the data while it is served, on the volume that outlives this container. */
    Path backUp() {
        Path folder = PostgresSettings.SHARED
                .resolve("bases")
                .resolve(UUID.randomUUID().toString());
        container.run(
                "postgres",
                List.of(
                        "pg_basebackup",
                        "-U",
                        Login.HARNESS,
                        "-D",
                        folder.toString(),
                        "-c",
                        "fast",
                        "-X",
                        "none",
                        "--no-sync",
                        "--no-manifest"));
        return folder;
    }

    private void awaitServing() {
        container.awaitReady("PostgreSQL to take connections", Patience.START, () -> {
            try (Connection connection = settings.harness().connect()) {
                return Login.value(connection, "SELECT pg_is_in_recovery()").equals("f");
            } catch (SQLException notYet) {
                return false;
            }
        });
    }

    private void makeSchema() {
        String cache = Login.CACHE;
        try (Connection connection = settings.harness().connect()) {
            Login.execute(
                    connection,
                    "CREATE ROLE " + cache + " LOGIN PASSWORD '"
                            + settings.cache().password() + "'");
            Login.execute(connection, "ALTER DATABASE " + cache + " OWNER TO " + cache);
            Login.execute(connection, "ALTER SCHEMA public OWNER TO " + cache);
            Login.execute(connection, "SET ROLE " + cache);
            Login.execute(
                    connection,
                    PostgresSpec.resource("/dev/firedrill/environments/postgres/process/package-cache.sql"));
        } catch (SQLException | IOException refused) {
            throw new EnvironmentFailure(
                    "The package cache could not make its schema: " + refused.getMessage() + "\nIts log ends:\n"
                            + container.tail(),
                    refused);
        }
    }
}
