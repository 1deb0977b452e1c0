package dev.firedrill.faults;

import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A backup of what is nowhere but in the package cache: drafts and proposals, with the rows of their packages and
 * repositories, without which they cannot be put back.
 */
final class SelectiveBackup {
    private static final String UNAPPROVED = "lifecycle in ('Draft', 'Proposed')";
    private static final String PACKAGES =
            "k8s_name in (select package_k8s_name from package_revisions where " + UNAPPROVED + ")";
    private static final String REPOSITORIES =
            "k8s_name in (select repo_k8s_name from packages where " + PACKAGES + ")";
    private static final String FILES = "k8s_name in (select k8s_name from package_revisions where " + UNAPPROVED + ")";

    private final Map<String, List<String>> rows;

    private SelectiveBackup(Map<String, List<String>> rows) {
        this.rows = rows;
    }

    /** What a database holds of it now. */
    static SelectiveBackup ofUnapproved(DatabaseAddress address) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try (Connection connection = connect(address)) {
            rows.put("repositories", read(connection, "repositories", REPOSITORIES));
            rows.put("packages", read(connection, "packages", PACKAGES));
            rows.put("package_revisions", read(connection, "package_revisions", UNAPPROVED));
            rows.put("resources", read(connection, "resources", FILES));
            return new SelectiveBackup(rows);
        } catch (SQLException e) {
            throw new EnvironmentFailure("Drafts and proposals could not be backed up: " + e.getMessage(), e);
        }
    }

    /** Puts it into a database that has the schema and none of these rows. */
    void putBack(DatabaseAddress address) {
        try (Connection connection = connect(address)) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<String>> table : rows.entrySet()) {
                write(connection, table.getKey(), table.getValue());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new EnvironmentFailure("Drafts and proposals could not be put back: " + e.getMessage(), e);
        }
    }

    private static List<String> read(Connection connection, String table, String which) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select to_jsonb(t)::text from " + table + " t where " + which)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void write(Connection connection, String table, List<String> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb)")) {
            for (String row : rows) {
                insert.setString(1, row);
                insert.executeUpdate();
            }
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }
}
