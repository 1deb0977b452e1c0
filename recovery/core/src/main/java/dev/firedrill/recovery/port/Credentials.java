package dev.firedrill.recovery.port;

/** A git login. Prints without its secret. */
public record Credentials(String username, String password) {
    /** Whether a line break got into it, which belongs to no login: most come from how the Secret was made. */
    public boolean hasLineBreak() {
        return username.matches("(?s).*[\\r\\n].*") || password.matches("(?s).*[\\r\\n].*");
    }

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
