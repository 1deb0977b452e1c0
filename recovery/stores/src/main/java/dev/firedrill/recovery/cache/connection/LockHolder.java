package dev.firedrill.recovery.cache.connection;

import dev.firedrill.recovery.cache.rows.RowReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes the holder of a lock to the process that waits for it: process, host and since when. */
public final class LockHolder {
    /** PostgreSQL cuts names of applications off there. */
    private static final int LONGEST_NAME = 63;

    private static final Pattern SINCE = Pattern.compile("held since (\\S+)");

    private LockHolder() {}

    /** The name of a session that holds the lock; the process and the host stand in it. */
    static String ourName() {
        String name = Sessions.NAME + " " + ProcessHandle.current().pid() + "@" + host();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** The statement that a holder repeats; PostgreSQL shows the last statement of a session to its own user. */
    static String sign() {
        return "SELECT 1 /* held since " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " */";
    }

    private static String host() {
        String named = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("");
        if (!named.isBlank()) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }

    /** A part of a sentence about the session that holds the lock of this name. */
    static String of(Connections connections, String name, String key) {
        try {
            Connection connection = connections.borrow();
            try {
                return of(connection, name, key);
            } finally {
                connections.giveBack(connection, false);
            }
        } catch (SQLException e) {
            return "which one cannot be told";
        }
    }

    private static String of(Connection connection, String name, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT a.pid, a.application_name, host(a.client_addr) AS address, a.query, a.usename
                FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted
                    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND ((l.classid::bigint << 32) | l.objid::bigint) = %s""".formatted(key))) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? sentence(result) : "which has just ended";
            }
        }
    }

    private static String sentence(ResultSet result) throws SQLException {
        Matcher since = SINCE.matcher(RowReader.text(result, "query"));
        String address = RowReader.text(result, "address");
        return "'" + RowReader.text(result, "application_name") + "'"
                + (address.isEmpty() ? "" : " from " + address)
                + (since.find() ? " since " + since.group(1) : "") + " (database session " + result.getInt("pid")
                + " of user " + RowReader.text(result, "usename") + ")";
    }
}
