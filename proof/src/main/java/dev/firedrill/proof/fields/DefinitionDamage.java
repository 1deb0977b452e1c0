package dev.firedrill.proof.fields;

import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Changes one definition of a database: a right, a default, a name, a trigger, a place of a sequence. */
final class DefinitionDamage implements Damage {
    private final DatabaseAddress address;

    DefinitionDamage(DatabaseAddress address) {
        this.address = address;
    }

    /** What a change of a definition says, and what takes it back. */
    private record Change(String damage, String repair) {}

    @Override
    public Repair damage(Fact fact) throws Refused {
        var change = change(fact);
        try {
            execute(change.damage());
        } catch (SQLException e) {
            throw new Refused(e.getMessage());
        }
        return () -> {
            try {
                execute(change.repair());
            } catch (SQLException e) {
                throw new EnvironmentFailure("Could not take back: " + change.damage() + ": " + e.getMessage(), e);
            }
        };
    }

    private static Change change(Fact fact) throws Refused {
        var subject = fact.subject();
        var schema = quoted(subject.namespace());
        var object = schema + "." + quoted(subject.name());
        var named = fact.field().substring(fact.field().indexOf(' ') + 1);
        return switch (subject.kind().replace("definition of ", "")) {
            case "schema" ->
                new Change(
                        "grant create on schema " + schema + " to public",
                        "revoke create on schema " + schema + " from public");
            case "sequence" -> {
                var sequence = "'" + object + "'::regclass";
                yield new Change(
                        "select nextval(" + sequence + ")",
                        "select setval(" + sequence + ", lastvalue) from (select last_value - 1 as lastvalue from "
                                + object + ") s");
            }
            case "function" ->
                new Change(
                        "alter function " + subject.name() + " cost 101",
                        "alter function " + subject.name() + " cost 100");
            case "relation" -> relation(fact.field(), object, schema, named);
            default -> throw new Refused("nobody has said how a " + subject.kind() + " is damaged");
        };
    }

    private static Change relation(String field, String object, String schema, String named) throws Refused {
        if (field.startsWith("column ")) {
            var rename = "alter table " + object + " rename column ";
            return new Change(rename + quoted(named) + " to damaged", rename + "damaged to " + quoted(named));
        }
        if (field.startsWith("constraint ")) {
            var rename = "alter table " + object + " rename constraint ";
            return new Change(rename + quoted(named) + " to damaged", rename + "damaged to " + quoted(named));
        }
        if (field.startsWith("index ")) {
            var index = "alter index " + schema + "." + quoted(named);
            return new Change(index + " set (fillfactor = 70)", index + " reset (fillfactor)");
        }
        if (field.startsWith("trigger ")) {
            var alter = "alter table " + object;
            return new Change(alter + " disable trigger " + quoted(named), alter + " enable trigger " + quoted(named));
        }
        if (field.startsWith("kind")) {
            // A table's options come and go without a trace, its rights do not; a sequence has rights alone.
            return object.endsWith("_seq\"")
                    ? new Change(
                            "grant select on " + object + " to public", "revoke select on " + object + " from public")
                    : new Change(
                            "alter table " + object + " set (fillfactor = 70)",
                            "alter table " + object + " reset (fillfactor)");
        }
        throw new Refused("nobody has said how '" + field + "' of a relation is damaged");
    }

    private void execute(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
