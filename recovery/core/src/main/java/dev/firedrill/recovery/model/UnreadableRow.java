package dev.firedrill.recovery.model;

/**
 * A row of {@code package_revisions} that is there and cannot be read: an unknown lifecycle, JSON that is broken, a
 * kind that a newer Porch writes. It is kept as it is, and nothing is decided about it.
 *
 * @param packageRow the key of its package's row
 * @param objectName the key of the row, which is the name of the package revision
 * @param why completes the sentence "it cannot be read: …", with the column
 */
public record UnreadableRow(String namespace, String repository, String packageRow, String objectName, String why) {
    /** One sentence that names the row and says what to do. */
    public String sentence() {
        return "the row of package revision " + objectName
                + " in the package cache cannot be read and is left as it is: " + why
                + "; correct the row, or delete it.";
    }
}
