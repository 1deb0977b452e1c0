package dev.firedrill.proof.fields;

import dev.firedrill.model.DatabaseAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The foreign keys of a database, and how each is lifted and put back without a look at the rows that are there. */
final class ForeignKeys {
    private static final String ALL = "select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
            + " from pg_constraint where contype = 'f' order by 1, 2";

    private ForeignKeys() {}

    /** One of them. */
    record Key(String table, String name, String definition) {
        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            var notLooked = definition.endsWith("NOT VALID") ? definition : definition + " not valid";
            return "alter table " + table + " add constraint " + name + " " + notLooked;
        }

        String validate() {
            return "alter table " + table + " validate constraint " + name;
        }
    }

    static List<Key> all(DatabaseAddress address) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(ALL)) {
            var keys = new ArrayList<Key>();
            while (found.next()) {
                keys.add(new Key(found.getString(1), found.getString(2), found.getString(3)));
            }
            return keys;
        }
    }

    /** Once all rows are as they were, every key holds again. */
    static void validate(DatabaseAddress address) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                var statement = connection.createStatement()) {
            for (var key : all(address)) {
                statement.execute(key.validate());
            }
        }
    }
}
