package dev.firedrill.recovery.cache;

import java.util.function.Supplier;

/**
 * Where the package cache lies.
 *
 * @param url a {@code jdbc:postgresql:} URL without credentials
 * @param password asked for at every new connection, so that a changed password heals without a restart
 */
public record Database(String url, String user, Supplier<String> password) {
    /** The URL for messages, without what somebody may have put into it against the advice above. */
    public String place() {
        return url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return "Database[" + user + " at " + place() + "]";
    }
}
