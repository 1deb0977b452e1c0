package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.model.CachedRevision;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag that names a package revision, {@code DIRECTORY/PACKAGE/REVISION}.
 *
 * @param ref the tag's name without {@code refs/tags/}
 * @param full the package's directory from the root of the repository
 * @param path the package's path below the Repository's directory
 * @param revision the number; −1 when the last segment is none, 0 for what is none of a revision
 * @param last the last segment
 */
public record TagName(String ref, String full, String path, int revision, String last) {
    private static final String PROPOSALS = "refs/heads/deletionProposed/";
    private static final Pattern NUMBER = Pattern.compile("v?([0-9]{1,9})");

    /** The parts of a tag; empty for tags without a slash or outside of {@code directory}. */
    public static Optional<TagName> of(String ref, String directory) {
        int slash = ref.lastIndexOf('/');
        if (slash <= 0) {
            return Optional.empty();
        }
        String full = ref.substring(0, slash);
        String last = ref.substring(slash + 1);
        if (!directory.isEmpty() && !full.startsWith(directory + "/")) {
            return Optional.empty();
        }
        String path = directory.isEmpty() ? full : full.substring(directory.length() + 1);
        Matcher number = NUMBER.matcher(last);
        int revision = number.matches() ? Integer.parseInt(number.group(1)) : CachedRevision.PLACEHOLDER;
        return Optional.of(new TagName(ref, full, path, revision, last));
    }

    /** The branch by which Porch's cache in custom resources says that the revision is proposed for deletion. */
    public String deletionProposal() {
        return PROPOSALS + full + "/" + (revision > 0 ? "v" + revision : last);
    }

    /** Whether a ref is a branch that proposes some revision below {@code directory} for deletion. */
    static boolean isDeletionProposal(String ref, String directory) {
        return ref.startsWith(PROPOSALS + (directory.isEmpty() ? "" : directory + "/"));
    }

    public static String full(String directory, String path) {
        return directory.isEmpty() ? path : directory + "/" + path;
    }
}
