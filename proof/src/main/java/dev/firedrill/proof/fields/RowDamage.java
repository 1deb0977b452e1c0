package dev.firedrill.proof.fields;

import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.oracle.snapshot.DatabaseFacts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes one column of one row, or one leaf of the JSON in it, past every trigger. */
final class RowDamage implements Damage {
    private static final String PUBLIC = "public";
    private static final String FOREIGN_KEY = "23503";
    private static final String NAMESPACE = "k8s_name_space";

    private final DatabaseAddress address;

    RowDamage(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public Repair damage(Fact fact) throws Refused {
        var row = row(fact);
        var column = fact.field().replaceAll("[.\\[].*", "");
        var old = row.values().get(column);
        var reasons = new ArrayList<String>();
        for (var value : candidates(fact, column, old)) {
            try {
                write(row, column, value);
                var damaged = new LinkedHashMap<>(row.values());
                damaged.put(column, value.orElse(null));
                return () -> repair(new Row(row.table(), row.key(), damaged), column, Optional.ofNullable(old));
            } catch (SQLException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new Refused(reasons.isEmpty() ? "no other value is known" : reasons.get(0));
    }

    /** A row as text; the columns of its key, or all where it has none, tell it from others. */
    private record Row(String table, List<String> key, Map<String, String> values) {
        String where() {
            return (key.isEmpty() ? values.keySet() : key)
                    .stream()
                            .map(column -> quoted(column) + "::text is not distinct from ?")
                            .collect(Collectors.joining(" and "));
        }

        List<String> arguments() {
            var arguments = new ArrayList<String>();
            (key.isEmpty() ? values.keySet() : key).forEach(column -> arguments.add(values.get(column)));
            return arguments;
        }
    }

    private static List<Optional<String>> candidates(Fact fact, String column, String old) {
        if (!fact.field().equals(column)) {
            return Altered.leaf(old, column, fact.field()).map(Optional::of).stream()
                    .toList();
        }
        if (old == null || fact.value().equals(DatabaseFacts.NULL)) {
            return List.of(Optional.of("x"), Optional.of("1"), Optional.of("true"), Optional.of("2000-01-01"));
        }
        var candidates = new ArrayList<Optional<String>>();
        if (old.matches("-?\\d{1,9}")) {
            candidates.add(Optional.of(String.valueOf(Long.parseLong(old) + 1)));
        }
        candidates.add(Optional.of(old + "x"));
        for (var other : List.of("Draft", "Proposed", "t", "f", "2000-01-01 00:00:00+00", "7.25", "\\x00", "{}")) {
            if (!other.substring(0, 1).equals(old) && !other.equals(old)) {
                candidates.add(Optional.of(other));
            }
        }
        return candidates;
    }

    private Row row(Fact fact) throws Refused {
        var kind = fact.subject().kind();
        var dot = kind.indexOf('.');
        var schema = dot < 0 ? PUBLIC : kind.substring(0, dot);
        var table = kind.substring(dot + 1);
        try (var connection = connect();
                var keys = connection.getMetaData().getPrimaryKeys(null, schema, table)) {
            var key = new ArrayList<String>();
            while (keys.next()) {
                key.add(keys.getString("COLUMN_NAME"));
            }
            return rows(connection, quoted(schema) + "." + quoted(table), key).stream()
                    .filter(row -> key.isEmpty() || isOf(row, fact))
                    .findFirst()
                    .orElseThrow(() -> new Refused("no row of " + kind + " is called " + fact.subject()));
        } catch (SQLException e) {
            throw broken("find", fact, e);
        }
    }

    /** A snapshot joins the parts of a key without the namespace, in the order of the table's columns. */
    private static boolean isOf(Row row, Fact fact) {
        var name = row.values().keySet().stream()
                .filter(column -> row.key().contains(column) && !column.equals(NAMESPACE))
                .map(row.values()::get)
                .collect(Collectors.joining(" "));
        return row.values().getOrDefault(NAMESPACE, "").equals(fact.subject().namespace())
                && name.equals(fact.subject().name());
    }

    private static List<Row> rows(Connection connection, String table, List<String> key) throws SQLException {
        var rows = new ArrayList<Row>();
        connection.createStatement().execute("set time zone 'UTC'");
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select * from " + table)) {
            var columns = found.getMetaData();
            while (found.next()) {
                var values = new LinkedHashMap<String, String>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    values.put(columns.getColumnName(i), found.getString(i));
                }
                rows.add(new Row(table, key, values));
            }
        }
        return rows;
    }

    private void repair(Row damaged, String column, Optional<String> old) {
        try {
            write(damaged, column, old);
            ForeignKeys.validate(address);
        } catch (SQLException e) {
            throw new EnvironmentFailure(
                    "Column " + column + " of " + damaged.table() + " could not be put back: " + e.getMessage(), e);
        }
    }

    /** What refers to a row, or is referred to by it, keeps its key from being changed: such rules are lifted and put back. */
    private void write(Row row, String column, Optional<String> value) throws SQLException {
        try {
            write(row, column, value, List.of());
        } catch (SQLException e) {
            if (!FOREIGN_KEY.equals(e.getSQLState())) {
                throw e;
            }
            write(row, column, value, ForeignKeys.all(address));
        }
    }

    private void write(Row row, String column, Optional<String> value, List<ForeignKeys.Key> lifted)
            throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try (var session = connection.createStatement()) {
                session.execute("set local time zone 'UTC'");
                session.execute("alter table " + row.table() + " disable trigger user");
                for (var key : lifted) {
                    session.execute(key.drop());
                }
                var generated = identity(connection, row.table(), column);
                if (generated) {
                    session.execute(identity(row, column, "by default"));
                }
                update(connection, row, column, value);
                if (generated) {
                    session.execute(identity(row, column, "always"));
                }
                for (var key : lifted) {
                    session.execute(key.add());
                }
                session.execute("alter table " + row.table() + " enable trigger user");
            }
            connection.commit();
        }
    }

    private static void update(Connection connection, Row row, String column, Optional<String> value)
            throws SQLException {
        var type = type(connection, row.table(), column);
        var which = row.key().isEmpty()
                ? "ctid = (select min(ctid) from " + row.table() + " where " + row.where() + ")"
                : row.where();
        try (var update = connection.prepareStatement(
                "update " + row.table() + " set " + quoted(column) + " = ?::" + type + " where " + which)) {
            update.setString(1, value.orElse(null));
            for (int i = 0; i < row.arguments().size(); i++) {
                update.setString(2 + i, row.arguments().get(i));
            }
            if (update.executeUpdate() != 1) {
                throw new SQLException("the row of " + row.table() + " that was read is not there any more");
            }
        }
    }

    private static String type(Connection connection, String table, String column) throws SQLException {
        return ask(
                connection,
                "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = ?::regclass and attname = ?",
                table,
                column);
    }

    private static boolean identity(Connection connection, String table, String column) throws SQLException {
        return ask(
                        connection,
                        "select attidentity from pg_attribute where attrelid = ?::regclass and attname = ?",
                        table,
                        column)
                .equals("a");
    }

    private static String identity(Row row, String column, String generated) {
        return "alter table " + row.table() + " alter column " + quoted(column) + " set generated " + generated;
    }

    private static String ask(Connection connection, String question, String... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static EnvironmentFailure broken(String what, Fact fact, SQLException cause) {
        return new EnvironmentFailure(
                "Could not " + what + " " + fact.subject() + " in the database: " + cause.getMessage(), cause);
    }
}
