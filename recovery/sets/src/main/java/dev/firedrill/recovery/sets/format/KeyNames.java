package dev.firedrill.recovery.sets.format;

import java.util.regex.Pattern;

/**
 * The names that folders and files of a storage may have: {@code [a-z0-9][a-z0-9._-]{0,63}}. No name of this alphabet leads
 * out of its folder, differs from another by case only, is hidden, or is too long for a file system or an S3 store. One name
 * besides is allowed, {@code RESTORE.md}, because people look for it.
 */
public final class KeyNames {
    /** What the alphabet is, for messages. */
    public static final String RULE = "a to z, 0 to 9, '.', '_' and '-', at most 64, the first a letter or digit";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private KeyNames() {}

    /** Whether {@code name} may be the name of one folder or file. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() || name.equals(SetPlace.INSTRUCTIONS);
    }

    /** Whether every part of a key, which is names joined by slashes, is a name. */
    public static boolean isKey(String key) {
        for (String part : key.split("/", -1)) {
            if (!isName(part)) {
                return false;
            }
        }
        return true;
    }
}
