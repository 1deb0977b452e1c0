package dev.firedrill.environments.postgres.existing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * The tables of a database as they were at one point, beside the marker. They are copied in one transaction that sees one
 * moment and holds up nobody, which a database made from a template cannot be: that waits until nobody is connected.
 *
 * @param number tells the point from others
 */
record KeptTables(int number) {
    private static final String SOURCES = "SELECT n.nspname || '.' || c.relname FROM pg_class c"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND NOT starts_with(n.nspname, 'pg_')"
            + " AND n.nspname NOT IN ('information_schema', '" + MarkedDatabase.SCHEMA + "')"
            // A table is older than those that refer to it.
            + " ORDER BY c.oid";

    void keep(Connection connection) throws SQLException {
        int place = 0;
        for (String source : ExistingSql.column(connection, SOURCES)) {
            place++;
            String copy = quoted(MarkedDatabase.SCHEMA, prefix() + String.format(Locale.ROOT, "%03d.", place) + source);
            ExistingSql.execute(connection, "CREATE TABLE " + copy + " (LIKE " + quoted(source) + " INCLUDING ALL)");
            fill(connection, copy, quoted(source));
        }
    }

    /** Fills a database that holds nothing, or the empty tables of the cache. */
    void putBack(Connection connection) throws SQLException {
        List<String> copies = ExistingSql.column(
                connection,
                "SELECT tablename FROM pg_tables WHERE schemaname = '" + MarkedDatabase.SCHEMA
                        + "' AND starts_with(tablename, ?) ORDER BY tablename",
                prefix());
        for (String name : copies) {
            String copy = quoted(MarkedDatabase.SCHEMA, name);
            String source = name.substring(prefix().length() + "000.".length());
            String table = quoted(source);
            if (ExistingSql.column(connection, "SELECT to_regclass(?)", table).get(0) == null) {
                ExistingSql.execute(
                        connection, "CREATE SCHEMA IF NOT EXISTS \"" + source.substring(0, source.indexOf('.')) + "\"");
                ExistingSql.execute(connection, "CREATE TABLE " + table + " (LIKE " + copy + " INCLUDING ALL)");
            }
            // What the rules made of a row when it was written is in the row.
            ExistingSql.execute(connection, "ALTER TABLE " + table + " DISABLE TRIGGER USER");
            fill(connection, table, copy);
            ExistingSql.execute(connection, "ALTER TABLE " + table + " ENABLE TRIGGER USER");
            countOn(connection, table);
        }
    }

    private static void fill(Connection connection, String target, String source) throws SQLException {
        ExistingSql.execute(connection, "INSERT INTO " + target + " OVERRIDING SYSTEM VALUE SELECT * FROM " + source);
    }

    /** Numbers that the table gives go on after those that are in it. */
    private static void countOn(Connection connection, String table) throws SQLException {
        for (String column : ExistingSql.column(
                connection,
                "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = to_regclass(?) AND attidentity <> ''",
                table)) {
            ExistingSql.column(
                    connection,
                    "SELECT setval(pg_get_serial_sequence(?, ?), (SELECT coalesce(max(" + column + "), 0) + 1 FROM "
                            + table + "), false)",
                    table,
                    column);
        }
    }

    private String prefix() {
        return "p" + number + ".";
    }

    private static String quoted(String source) {
        int dot = source.indexOf('.');
        return quoted(source.substring(0, dot), source.substring(dot + 1));
    }

    private static String quoted(String schema, String name) {
        return "\"" + schema + "\".\"" + name.replace("\"", "\"\"") + "\"";
    }
}
