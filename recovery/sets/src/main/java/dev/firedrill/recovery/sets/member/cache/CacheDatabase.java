package dev.firedrill.recovery.sets.member.cache;

import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGProperty;

/**
 * The database of a package cache.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, without credentials
 * @param user who logs in
 * @param passwordFile read again at every connection; empty where the server asks for none
 * @param authorities certificate authority in PEM; with it the connection is encrypted and the server proves its name
 */
public record CacheDatabase(String url, String user, Optional<Path> passwordFile, Optional<Path> authorities) {
    private static final int CONNECT_SECONDS = 10;

    /** What every session needs so that rows look the same wherever and whenever they are read. */
    static final List<String> SETTINGS = List.of(
            "SET client_encoding = 'UTF8'",
            "SET search_path = ''",
            "SET DateStyle = 'ISO, YMD'",
            "SET IntervalStyle = 'postgres'",
            "SET TimeZone = 'UTC'",
            "SET bytea_output = 'hex'",
            "SET extra_float_digits = 3",
            "SET check_function_bodies = off",
            "SET row_security = off",
            "SET statement_timeout = 0",
            "SET idle_in_transaction_session_timeout = 0",
            "SET lock_timeout = '30s'");

    /** A session with {@link #SETTINGS}, in a transaction that is not committed by itself. */
    Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(url, properties());
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
                connection.commit();
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw failed("connecting to", e);
        }
    }

    StoreUnavailable failed(String what, Exception cause) {
        return new StoreUnavailable(what + " the package cache " + url + " failed: " + cause.getMessage(), cause);
    }

    private Properties properties() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, user);
        PGProperty.APPLICATION_NAME.set(properties, "firedrill recovery sets");
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        passwordFile.ifPresent(file -> PGProperty.PASSWORD.set(properties, password(file)));
        authorities.ifPresent(file -> {
            PGProperty.SSL_MODE.set(properties, "verify-full");
            PGProperty.SSL_ROOT_CERT.set(properties, file.toString());
        });
        return properties;
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new SetRefused("the password file " + file + " cannot be read; correct --database-password-file");
        }
    }
}
