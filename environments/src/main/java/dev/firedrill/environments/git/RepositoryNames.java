package dev.firedrill.environments.git;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Which names a repository can have: those that every git server takes and that mean one folder and nothing else on
 * every disk. Letters and digits of any script are welcome.
 */
public final class RepositoryNames {
    private static final int LONGEST = 100;
    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");

    private RepositoryNames() {}

    /** Whether a repository can have this name. */
    public static boolean isSafe(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                && SAFE.matcher(name).matches()
                && !name.contains("..")
                && !name.endsWith(".")
                && !name.endsWith(".git")
                && !name.endsWith(".lock")
                // Two spellings of one letter would be two folders here and one elsewhere.
                && Normalizer.isNormalized(name, Normalizer.Form.NFC);
    }

    /**
     * The name, if a repository can have it.
     *
     * @throws IllegalArgumentException when it cannot
     */
    public static String requireSafe(String name) {
        if (isSafe(name)) {
            return name;
        }
        throw new IllegalArgumentException("'" + name + "' cannot name a repository: use 1 to " + LONGEST
                + " letters, digits, dots, dashes and underscores, beginning with a letter or digit, without '..' and not"
                + " ending in '.', '.git' or '.lock'");
    }
}
