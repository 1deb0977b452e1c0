package dev.firedrill.recovery.cache.rows;

import dev.firedrill.recovery.cache.rows.RepositoryColumns.Mark;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Repository;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Writes the rows of Repositories, within a transaction of the caller. */
public final class RepositoryWriter {
    private static final String WRITER = "firedrill-recovery";

    private final Clock clock;

    public RepositoryWriter(Clock clock) {
        this.clock = clock;
    }

    /** Inserts the row of a Repository. */
    public int insert(Connection connection, Repository repository, Set<Mark> marks) throws SQLException {
        return RevisionWriter.execute(connection, """
                INSERT INTO repositories (directory, default_ws_name, meta, spec, updated, updatedby, deployment,
                    k8s_name_space, k8s_name)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", columns(repository, marks));
    }

    /** Makes the row of a Repository what the control plane has. */
    public int update(Connection connection, Repository repository, Set<Mark> marks) throws SQLException {
        return RevisionWriter.execute(connection, """
                UPDATE repositories SET directory = ?, default_ws_name = ?, meta = ?, spec = ?, updated = ?,
                    updatedby = ?, deployment = ?
                WHERE k8s_name_space = ? AND k8s_name = ?""", columns(repository, marks));
    }

    private Object[] columns(Repository repository, Set<Mark> marks) {
        // The status changes with every pass; were it kept, every pass would write the row.
        String declared = Json.declared(repository.json());
        return new Object[] {
            repository.directory(),
            repository.branch(),
            RepositoryColumns.meta(declared, marks),
            declared,
            RevisionWriter.time(clock.instant()),
            WRITER,
            repository.deployment(),
            repository.namespace(),
            repository.name()
        };
    }

    /** Deletes the row of a Repository, and with it those of its package revisions. */
    public static void delete(Connection connection, String namespace, String name) throws SQLException {
        RevisionWriter.execute(
                connection, "DELETE FROM repositories WHERE k8s_name_space = ? AND k8s_name = ?", namespace, name);
    }

    /** Locks the row of a Repository until the transaction ends, and returns the branch that it names. */
    public static Optional<String> lock(Connection connection, String namespace, String repository)
            throws SQLException {
        // Without the lock another writer could add revisions that would go with the row unrescued.
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT default_ws_name FROM repositories WHERE k8s_name_space = ? AND k8s_name = ? FOR UPDATE")) {
            RevisionWriter.bind(statement, namespace, repository);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
            }
        }
    }
}
