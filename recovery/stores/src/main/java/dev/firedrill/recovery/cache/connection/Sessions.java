package dev.firedrill.recovery.cache.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** How sessions of the recovery are set up, so that none outlives its process by long. */
public final class Sessions {
    /** The name under which the server lists them. */
    static final String NAME = "firedrill-recovery";

    /**
     * A server notices by itself, within seconds and not after two hours, that the machine or the network of a client is
     * gone; and a transaction whose client says nothing any more keeps no rows locked. What a release of PostgreSQL does
     * not know is left out. Porch ships the time columns with and without a zone; in UTC both mean the same.
     */
    private static final String BEGIN = """
            SET TIME ZONE 'UTC';
            SELECT set_config(known.name, wanted.value, FALSE)
            FROM (VALUES ('tcp_keepalives_idle', '5'), ('tcp_keepalives_interval', '2'), ('tcp_keepalives_count', '3'),
                ('tcp_user_timeout', '15s'), ('idle_in_transaction_session_timeout', '30s')) wanted (name, value)
            JOIN pg_settings known ON known.name = wanted.name""";

    private Sessions() {}

    static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
        }
    }

    /** Sets what this release of PostgreSQL knows; a setting that it does not know is left out. */
    static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config(name, ?, FALSE) FROM pg_settings WHERE name = ?")) {
            statement.setString(1, value);
            statement.setString(2, name);
            statement.execute();
        }
    }
}
