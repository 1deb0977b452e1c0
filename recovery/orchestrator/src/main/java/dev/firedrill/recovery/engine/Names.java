package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import java.util.regex.Pattern;

/**
 * What package revisions may be called. The names go into object names, git refs, directories and rows, so only what is
 * plain in all four is allowed; any other name is refused before a store sees it.
 */
public final class Names {
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_OBJECT_NAME = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    private Names() {}

    /** Whether {@code text} is an RFC 1123 label. */
    public static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
    }

    /** Whether every segment of {@code path} is an RFC 1123 label, so that dots and slashes of names stay apart. */
    public static boolean isPackagePath(String path) {
        for (String segment : path.split("/", -1)) {
            if (!isLabel(segment)) {
                return false;
            }
        }
        return true;
    }

    static RevisionName checked(String namespace, String repository, String path, String workspace) {
        if (!isLabel(repository)) {
            throw Refused.invalid("spec.repository " + quoted(repository) + " is not an RFC 1123 label");
        }
        if (!isPackagePath(path)) {
            throw Refused.invalid("spec.packageName " + quoted(path) + " is not a path of RFC 1123 labels"
                    + " (lower-case letters, digits and '-', at most 63 characters each, joined by '/')");
        }
        if (!isLabel(workspace)) {
            throw Refused.invalid("spec.workspaceName " + quoted(workspace) + " is not an RFC 1123 label"
                    + " (lower-case letters, digits and '-', at most 63 characters)");
        }
        RevisionName name = new RevisionName(new PackageName(namespace, repository, path), workspace);
        if (name.objectName().length() > LONGEST_OBJECT_NAME) {
            throw Refused.invalid("the name made of repository, package and workspace is longer than "
                    + LONGEST_OBJECT_NAME + " characters");
        }
        return name;
    }

    /**
     * {@code text} for a message: shortened, and without characters that would disturb a terminal or a log, which are
     * controls, invisible formats (some turn the direction of writing), line separators and halves of characters.
     */
    static String quoted(String text) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "?");
        return "'" + (plain.length() > 80 ? plain.substring(0, 80) + "…" : plain) + "'";
    }
}
