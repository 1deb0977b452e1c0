package dev.firedrill.recovery.cluster;

/** A git login. Prints without its secret. */
public record Credentials(String username, String password) {
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
