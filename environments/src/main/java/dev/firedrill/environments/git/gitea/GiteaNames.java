package dev.firedrill.environments.git.gitea;

import java.util.List;
import java.util.regex.Pattern;

/** Which names Gitea takes for a repository. */
final class GiteaNames {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private GiteaNames() {}

    /** Checked here as well: what reaches the server's disk and shell must never be left to the server alone. */
    static void requireSafe(String name) {
        boolean safe = SAFE.matcher(name).matches()
                && !name.contains("..")
                && List.of(".", ".git", ".wiki", ".lock", ".rss", ".atom").stream()
                        .noneMatch(name::endsWith);
        if (!safe) {
            throw new IllegalArgumentException("'" + name + "' cannot name a repository on Gitea: use 1 to 100 ASCII"
                    + " letters, digits, dots, dashes and underscores, beginning with a letter or digit");
        }
    }
}
