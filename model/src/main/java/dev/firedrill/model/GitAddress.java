package dev.firedrill.model;

/**
 * How to reach a git server.
 *
 * @param baseUrl the URL below which repositories lie, without a slash at its end
 * @param username who logs in
 * @param password the secret of {@code username}; never printed
 */
public record GitAddress(String baseUrl, String username, String password) {
    /** The URL of one repository. */
    public String repositoryUrl(String repository) {
        return baseUrl + "/" + repository + ".git";
    }

    @Override
    public String toString() {
        return "GitAddress[" + baseUrl + ", " + username + "]";
    }
}
