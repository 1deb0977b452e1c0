package dev.firedrill.environments.postgres.existing;

import dev.firedrill.environments.interlock.MarkedStore;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A database as the interlock sees it. The marker lies in a schema of its own; the database itself is never dropped, so
 * that its owner, its grants and its settings stay as they were found.
 */
final class MarkedDatabase implements MarkedStore {
    /** The schema of the marker and of kept points. */
    static final String SCHEMA = "firedrill_interlock";

    /** What no drill put there: the system's schemas, and what extensions brought. */
    private static final String OURS_OR_FOREIGN =
            " NOT starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'"
                    + " AND n.nspname <> '" + SCHEMA + "' AND NOT EXISTS"
                    + " (SELECT FROM pg_depend d WHERE d.objid = %s.oid AND d.deptype = 'e') ";

    private static final String CONTENTS = "SELECT 'the ' || CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'v' THEN"
            + " 'view ' ELSE 'table ' END || n.nspname || '.' || c.relname FROM pg_class c"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND" + OURS_OR_FOREIGN.formatted("c")
            + "UNION ALL SELECT 'the function ' || n.nspname || '.' || p.proname FROM pg_proc p"
            + " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE" + OURS_OR_FOREIGN.formatted("p")
            + "UNION ALL SELECT 'the type ' || n.nspname || '.' || t.typname FROM pg_type t"
            + " JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd') AND"
            + OURS_OR_FOREIGN.formatted("t")
            + "UNION ALL SELECT 'the schema ' || n.nspname FROM pg_namespace n WHERE n.nspname <> 'public' AND"
            + OURS_OR_FOREIGN.formatted("n");

    private static final List<String> DROPS = List.of(
            "SELECT format('DROP SCHEMA %I CASCADE', n.nspname) FROM pg_namespace n WHERE n.nspname <> 'public' AND"
                    + OURS_OR_FOREIGN.formatted("n"),
            "SELECT format('DROP %s %I.%I CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN"
                    + " 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, n.nspname, c.relname)"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = 'public' AND NOT c.relispartition AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND"
                    + OURS_OR_FOREIGN.formatted("c"),
            "SELECT format('DROP SEQUENCE %I.%I CASCADE', n.nspname, c.relname) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'S' AND"
                    + OURS_OR_FOREIGN.formatted("c"),
            "SELECT 'DROP ROUTINE ' || p.oid::regprocedure || ' CASCADE' FROM pg_proc p"
                    + " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND"
                    + OURS_OR_FOREIGN.formatted("p"),
            "SELECT format('DROP TYPE %I.%I CASCADE', n.nspname, t.typname) FROM pg_type t"
                    + " JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = 'public'"
                    + " AND t.typtype IN ('e', 'd') AND" + OURS_OR_FOREIGN.formatted("t"));

    private static final String END_OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()";

    private final Target.Database database;

    MarkedDatabase(Target.Database database) {
        this.database = database;
    }

    @Override
    public String title() {
        return "the database " + database.name() + " on " + database.uri().getHost();
    }

    @Override
    public Optional<String> marker() {
        return call("read the marker", connection -> {
            boolean planted = ExistingSql.column(connection, "SELECT to_regclass('" + SCHEMA + ".marker')")
                            .get(0)
                    != null;
            return planted
                    ? ExistingSql.column(connection, "SELECT said FROM " + SCHEMA + ".marker").stream()
                            .findFirst()
                            .or(() -> Optional.of(""))
                    : Optional.empty();
        });
    }

    @Override
    public List<String> foreign() {
        return call("look at what is there", connection -> ExistingSql.column(connection, CONTENTS));
    }

    @Override
    public void plant(String text) {
        change("plant the marker", connection -> plant(connection, text));
    }

    @Override
    public void wipe() {
        change("clear it", connection -> {
            drop(connection);
            for (String drop : ExistingSql.column(
                    connection,
                    "SELECT format('DROP TABLE %I.%I CASCADE', schemaname, tablename) FROM pg_tables"
                            + " WHERE schemaname = '" + SCHEMA + "' AND tablename <> 'marker'")) {
                ExistingSql.execute(connection, drop);
            }
        });
    }

    @Override
    public String byHand() {
        return "drop in it the schema " + SCHEMA + ", the tables of the package cache and every schema besides public";
    }

    /** Drops all but the marker and kept points, and ends every other session. */
    void drop(Connection connection) throws SQLException {
        ExistingSql.column(connection, END_OTHERS);
        // A routine can go with a table, and a table with a schema: each list is made when it is due.
        for (String list : DROPS) {
            for (String drop : ExistingSql.column(connection, list)) {
                ExistingSql.execute(connection, drop);
            }
        }
    }

    void plant(Connection connection, String text) throws SQLException {
        ExistingSql.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
        // A new table has an identity of the server's own making.
        ExistingSql.execute(connection, "DROP TABLE IF EXISTS " + SCHEMA + ".marker");
        ExistingSql.execute(connection, "CREATE TABLE " + SCHEMA + ".marker (said TEXT NOT NULL)");
        ExistingSql.column(connection, "INSERT INTO " + SCHEMA + ".marker VALUES (?) RETURNING said", text);
    }

    void unplant() {
        change(
                "take the marker out",
                connection -> ExistingSql.execute(connection, "DROP SCHEMA " + SCHEMA + " CASCADE"));
    }

    @FunctionalInterface
    interface MarkedTask<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    @FunctionalInterface
    interface DatabaseChange {
        void on(Connection connection) throws SQLException, IOException;
    }

    <T> T call(String what, MarkedTask<T> task) {
        try (Connection connection = ExistingSql.connect(database)) {
            return task.on(connection);
        } catch (SQLException | IOException refused) {
            throw new EnvironmentFailure(
                    "Could not " + what + " in " + title() + " as " + database.user() + ": " + refused.getMessage()
                            + "; see that it runs and that this user owns it",
                    refused);
        }
    }

    /** Does something whole or not at all, in a world that nobody else changes meanwhile. */
    void change(String what, DatabaseChange change) {
        call(what, connection -> {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ExistingSql.execute(connection, "SET lock_timeout = '30s'");
            change.on(connection);
            connection.commit();
            return true;
        });
    }
}
