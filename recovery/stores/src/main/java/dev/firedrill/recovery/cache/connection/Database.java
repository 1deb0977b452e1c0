package dev.firedrill.recovery.cache.connection;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the package cache lies.
 *
 * @param url a {@code jdbc:postgresql:} URL without credentials
 * @param authorities certificate authorities in PEM; with them the connection is encrypted and the server proves its name
 * @param password asked for at every new connection, so that a changed password heals without a restart
 */
public record Database(String url, String user, Supplier<String> password, Optional<Path> authorities) {
    /** A database whose certificate, if it has one, is not asked for. */
    public Database(String url, String user, Supplier<String> password) {
        this(url, user, password, Optional.empty());
    }

    /** The URL for messages, without a password that it may hold against the advice above. */
    public String place() {
        return url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return "Database[" + user + " at " + place() + "]";
    }
}
