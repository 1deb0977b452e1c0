package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.ContainerSpec;
import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.postgres.pitr.RecoveryTarget;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a container of PostgreSQL is like: its settings, its mounts, and for a recovery its base and its target. */
final class PostgresSpec {
    /** Where the volume with the data is mounted. */
    static final String DATA = "/var/lib/postgresql/data";

    private PostgresSpec() {}

    /**
     * A server on new data.
     *
     * @param archive the folder that its log is archived in
     * @param data the volume of the data
     * @param target where to begin; {@code null} for an empty database
     * @param onceThere what it does at the target
     */
    static ContainerSpec.Builder of(
            PostgresSettings settings, Path archive, String data, @Nullable RecoveryTarget target, String onceThere) {
        ContainerSpec.Builder spec = ContainerSpec.of("postgresql", settings.image())
                .entrypoint("sh", "-c", script(), "firedrill")
                .set("POSTGRES_USER", Login.HARNESS)
                .set("POSTGRES_PASSWORD", settings.harness().password())
                .set("POSTGRES_DB", Login.CACHE)
                // Making the files safe from a power cut takes longer than everything else together.
                .set("POSTGRES_INITDB_ARGS", "--no-sync")
                .set("PGDATA", DATA + "/pgdata")
                .set("FIREDRILL_ARCHIVE", archive.toString())
                .mount(data, DATA)
                .mount(settings.volume(), PostgresSettings.SHARED.toString());
        Map<String, String> server = server(archive);
        if (target != null) {
            spec.set("FIREDRILL_BASE", target.base().toString());
            server.putAll(target.settings(target.timeline().archive(), onceThere));
        }
        List<String> command = new ArrayList<>(List.of("postgres"));
        server.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return spec.command(command);
    }

    private static Map<String, String> server(Path archive) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("wal_level", "replica");
        settings.put("max_connections", "200");
        // Killing ends processes and not the machine: what the kernel was given is not lost.
        settings.put("fsync", "off");
        // When a surviving row was committed is what loss is measured by.
        settings.put("track_commit_timestamp", "on");
        settings.put("archive_mode", "on");
        settings.put(
                "archive_command",
                "test ! -f " + archive + "/%f && cp %p " + archive + "/.%f && mv " + archive + "/.%f " + archive
                        + "/%f");
        return settings;
    }

    private static String script() {
        try {
            return resource("postgresql.sh");
        } catch (IOException missing) {
            throw new EnvironmentFailure(missing.getMessage() + "; build Firedrill again", missing);
        }
    }

    /** A text that comes with this build. */
    static String resource(String name) throws IOException {
        try (InputStream text = PostgresSpec.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException(name + " is not in this build of Firedrill");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
