package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** PostgreSQL's own statistics of statements: an extension that every installation brings, and that has to be loaded at start. */
final class StatementCount {
    /** Settings of a server that counts. */
    static final Map<String, String> SETTINGS =
            Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.save", "off");

    private StatementCount() {}

    /** Each statement that sessions of {@code user} have sent, and how often. */
    static Map<String, Long> asked(Connection connection, String user) throws SQLException {
        Login.execute(connection, "CREATE SCHEMA IF NOT EXISTS firedrill_statements");
        Login.execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA firedrill_statements");
        Map<String, Long> asked = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT s.query, SUM(s.calls)"
                + " FROM firedrill_statements.pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid"
                + " WHERE r.rolname = ? AND s.toplevel GROUP BY s.query")) {
            query.setString(1, user);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    asked.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return asked;
    }
}
