package dev.firedrill.model;

/**
 * How to reach a PostgreSQL database.
 *
 * @param jdbcUrl a {@code jdbc:postgresql:} URL without credentials
 * @param username who logs in
 * @param password the secret of {@code username}; never printed
 */
public record DatabaseAddress(String jdbcUrl, String username, String password) {
    @Override
    public String toString() {
        return "DatabaseAddress[" + jdbcUrl + ", " + username + "]";
    }
}
