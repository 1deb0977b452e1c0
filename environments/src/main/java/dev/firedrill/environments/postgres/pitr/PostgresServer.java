package dev.firedrill.environments.postgres.pitr;

import dev.firedrill.environments.postgres.Login;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the harness behind one address, which is started on one data after another; its archived log and its bases
 * outlive them. Paths are as the server's own commands name them.
 */
public interface PostgresServer {
    /** How the harness logs in, whatever data is served. */
    Login harness();

    /** The folder of a timeline; its archive lies within. */
    Path folder(int timeline);

    /**
     * Sees to it, beside the data that is served, that {@link #start} can go back to a target.
     *
     * @throws IllegalArgumentException when the archived log ends before the target; nothing has changed then
     * @throws EnvironmentFailure when recovery failed
     */
    void prepare(RecoveryTarget target);

    /**
     * Starts on new data, once {@link #end} has ended what was served.
     *
     * @param target a target that was prepared; {@code null} for the empty schema of the cache
     * @return a base from which the new timeline can be recovered; {@code null} when it has to be backed up first
     * @throws EnvironmentFailure when the server does not come up
     */
    @Nullable Path start(Timeline timeline, @Nullable RecoveryTarget target);

    /** Makes a base of the data while it is served. */
    Path backUp(Connection connection) throws SQLException, IOException;

    /** Whether a segment of the timeline that is served is in its archive. */
    boolean isArchived(String segment, Connection connection) throws SQLException;

    /** Whether the server runs: it may have been killed. */
    boolean runs();

    /** The end of the server's log, for a message to a person. */
    String tail();

    /** Ends the server at once and removes its data; harmless when nothing is served. */
    void end();
}
