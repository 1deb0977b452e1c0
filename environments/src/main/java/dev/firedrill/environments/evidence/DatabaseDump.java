package dev.firedrill.environments.evidence;

import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * The schema and all rows of a PostgreSQL database, as text for people: what pg_dump shows, without needing one that fits
 * the server.
 */
public final class DatabaseDump {
    private static final String SECONDS = "20";
    private static final String OURS = " NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ";

    private static final String TABLES = "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relkind IN ('r', 'p') AND n.nspname" + OURS + "ORDER BY 1";
    private static final String COLUMNS = "SELECT '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
            + " || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END"
            + " || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')"
            + " FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
            + " WHERE a.attrelid = '%s'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
    private static final String CONSTRAINTS = "SELECT '  CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid)"
            + " FROM pg_constraint WHERE conrelid = '%s'::regclass ORDER BY conname";
    private static final List<String> OTHERS = List.of(
            "SELECT pg_get_indexdef(indexrelid) || ';' FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname" + OURS + "ORDER BY 1",
            "SELECT pg_get_triggerdef(t.oid) || ';' FROM pg_trigger t WHERE NOT t.tgisinternal ORDER BY 1",
            "SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                    + " WHERE p.prokind = 'f' AND n.nspname" + OURS + "ORDER BY 1");

    private DatabaseDump() {}

    /**
     * Schema and rows, as the database's own user sees them.
     *
     * @throws EnvironmentFailure when the database does not answer
     */
    public static String of(DatabaseAddress database) {
        Properties how = new Properties();
        how.setProperty("user", database.username());
        how.setProperty("password", database.password());
        how.setProperty("connectTimeout", SECONDS);
        how.setProperty("socketTimeout", SECONDS);
        StringWriter dump = new StringWriter();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), how)) {
            for (String table : values(connection, TABLES)) {
                dump.write("TABLE " + table + " (\n");
                List<String> parts = values(connection, COLUMNS.formatted(quoted(table)));
                parts.addAll(values(connection, CONSTRAINTS.formatted(quoted(table))));
                dump.write(String.join(",\n", parts) + "\n);\n\n");
            }
            for (String query : OTHERS) {
                dump.write(String.join("\n", values(connection, query)) + "\n\n");
            }
            for (String table : values(connection, TABLES)) {
                dump.write("ROWS OF " + table + "\n");
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + table + " TO STDOUT (FORMAT csv, HEADER)", dump);
                dump.write("\n");
            }
            return dump.toString();
        } catch (SQLException | IOException unreadable) {
            throw new EnvironmentFailure(
                    "The package cache cannot be read for evidence: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String quoted(String table) {
        return table.replace("'", "''");
    }

    private static List<String> values(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
