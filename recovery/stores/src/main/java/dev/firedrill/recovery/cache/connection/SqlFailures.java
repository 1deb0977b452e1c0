package dev.firedrill.recovery.cache.connection;

import dev.firedrill.recovery.model.Secrets;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in one sentence what PostgreSQL's error codes mean for the package cache. */
public final class SqlFailures {
    private static final Map<String, String> REMEDIES = Map.of(
            "42P01", "a table is missing; load the package cache's schema or restore a backup of it",
            "42703", "a column is missing; load the package cache's schema of this version",
            "3F000", "a schema is missing; load the package cache's schema or restore a backup of it",
            "3D000", "the database does not exist; create it or correct --database-url",
            "28P01", "the login was refused; check --database-user and the password file",
            "08004", "the login was refused; check --database-user and the password file",
            "28000", "the login was refused; check --database-user and the password file",
            "42501", "the user may not do this; grant the rights on the package cache to it",
            "25006", "the database accepts no writes; wait until its recovery has ended",
            "53300", "all connections are taken; raise max_connections or stop other clients");

    /** No connection, not supported, transactions and logins, syntax and rights, resources, operators, system, internal. */
    private static final Set<String> STORE =
            Set.of("08", "0A", "0L", "0P", "25", "28", "3D", "3F", "42", "53", "55", "57", "58", "72", "F0", "XX");

    private SqlFailures() {}

    public static RuntimeException translate(String url, SQLException failure) {
        String state = state(failure);
        String remedy = REMEDIES.get(state);
        if (remedy != null) {
            return new CacheUnavailable(
                    "package cache " + url + ": " + remedy.replace("; ", " (" + detail(failure) + "); ") + ".",
                    failure);
        }
        Optional<SSLException> tls = tls(failure);
        if (tls.isPresent()) {
            return new CacheUnavailable(
                    "package cache " + url + " was reached, and its certificate is not accepted ("
                            + String.valueOf(tls.get().getMessage()).replaceAll("\\s+", " ")
                            + "); give the authority that signed it with --database-ca, or correct the certificate.",
                    failure);
        }
        if (isConnectionLoss(failure)) {
            return new CacheUnavailable("package cache " + url + " " + unconnected(failure), failure);
        }
        if (state.equals("23505") || isTransient(failure)) {
            return new CacheConflict(
                    "another writer was faster (" + detail(failure) + "); the next pass tries again.", failure);
        }
        if (isOfTheStore(state)) {
            return new CacheUnavailable(
                    "package cache " + url + ": statement failed (" + state + " " + detail(failure)
                            + "); look at the log of the database.",
                    failure);
        }
        return new CacheRefused(
                "the package cache refused (" + state + " " + detail(failure) + "); correct what it names.", failure);
    }

    /**
     * Whether a failure says something of the database and not of what was to be written. What is left, data exceptions,
     * violated constraints, limits of a program and the codes that triggers make up, is the problem of one row.
     */
    private static boolean isOfTheStore(String state) {
        return state.length() < 2 || STORE.contains(state.substring(0, 2));
    }

    /** Why there is no connection, as far as the driver says it: it has one code for almost everything. */
    private static String unconnected(SQLException failure) {
        String detail = detail(failure);
        if (detail.startsWith("No suitable driver")) {
            return "cannot be asked: that is no jdbc:postgresql://HOST:PORT/DATABASE; correct --database-url.";
        }
        if (detail.contains("setting up the SSL connection")) {
            return "was reached, but what answers there is no PostgreSQL server (" + detail
                    + "); correct --database-url.";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "cannot be reached: its host name is unknown; correct --database-url or check the name service.";
            }
        }
        return "does not answer (" + detail + "); check that the database runs and can be reached.";
    }

    private static Optional<SSLException> tls(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Whether the connection, not the statement, is to blame, so that a new connection may do better. */
    static boolean isConnectionLoss(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("57P") || state.equals("XX000") && isClosed(failure);
    }

    /** Whether the same transaction may pass when it is run again. */
    static boolean isTransient(SQLException failure) {
        String state = state(failure);
        return state.equals("40001") || state.equals("40P01");
    }

    static String state(SQLException failure) {
        return Optional.ofNullable(failure.getSQLState()).orElse("");
    }

    private static boolean isClosed(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("closed");
    }

    private static String detail(SQLException failure) {
        if (failure instanceof PSQLException postgres) {
            ServerErrorMessage server = postgres.getServerErrorMessage();
            if (server != null && server.getMessage() != null) {
                return server.getMessage();
            }
        }
        // The driver quotes the URL that it cannot use, with the password that it may hold.
        return Secrets.removed(String.valueOf(failure.getMessage())).replaceAll("\\s+", " ");
    }
}
