package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.ContainerStore;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.postgres.pitr.PostgresServer;
import dev.firedrill.environments.postgres.pitr.RecoveryTarget;
import dev.firedrill.environments.postgres.pitr.Timeline;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as one container after another behind one port. */
final class ContainerServer implements PostgresServer {
    /** What PostgreSQL says when it ends by itself at its target. */
    private static final String REACHED = "shutdown at recovery target";

    private final PostgresSettings settings;
    private final ContainerStore<PostgresContainer> store;

    ContainerServer(PostgresSettings settings, ContainerStore<PostgresContainer> store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public Login harness() {
        return settings.harness();
    }

    @Override
    public Path folder(int timeline) {
        return PostgresSettings.SHARED.resolve("timeline-" + timeline);
    }

    /** Recovers in a container of its own where it is not known whether the archived log leads there. */
    @Override
    public void prepare(RecoveryTarget target) {
        if (!target.isUncertain()) {
            return;
        }
        String data = settings.engine().newVolume("postgresql-rehearsal", Map.of());
        Path archive = PostgresSettings.SHARED.resolve("rehearsal");
        RunningContainer container = RunningContainer.start(
                settings.engine(),
                PostgresSpec.of(settings, archive, data, target, "shutdown").build());
        try {
            Wait.until("PostgreSQL to reach " + target, Patience.START, () -> !container.runs());
            String log = container.tail();
            if (RecoveryTarget.isMissed(log)) {
                throw target.missed(log);
            }
            if (!log.contains(REACHED)) {
                throw new EnvironmentFailure("PostgreSQL could not recover to " + target + ". Its log ends:\n" + log);
            }
        } finally {
            container.destroy();
            settings.engine().removeVolume(data);
        }
    }

    /** Its base is made by a backup: the data directory is never at rest outside of its container. */
    @Override
    public @Nullable Path start(Timeline timeline, @Nullable RecoveryTarget target) {
        store.replace(() -> PostgresContainer.start(settings, timeline, target));
        return null;
    }

    @Override
    public Path backUp(Connection connection) {
        return store.present().backUp();
    }

    /** Asks the server, not the folder: for that the engine would start a process in the container each time. */
    @Override
    public boolean isArchived(String segment, Connection connection) throws SQLException {
        String last = Login.value(connection, "SELECT last_archived_wal FROM pg_stat_archiver");
        return last.compareTo(segment) >= 0;
    }

    @Override
    public boolean runs() {
        return store.present().container().runs();
    }

    @Override
    public String tail() {
        return store.isPresent() ? store.present().container().tail() : "";
    }

    @Override
    public void end() {
        store.destroy();
    }
}
