package dev.firedrill.recovery.sets.format;

/**
 * Where a set stands in its storage.
 *
 * @param batch the name under which backups of the same stores are kept together
 * @param root the set's id
 */
public record SetPlace(String batch, RootId root) {
    /** The file that closes a set. */
    public static final String MANIFEST = "manifest.json";

    /** The signature of {@link #MANIFEST}. */
    public static final String SIGNATURE = "manifest.json.sig";

    /** How to restore without this program. */
    public static final String INSTRUCTIONS = "RESTORE.md";

    /** What a member says of itself, in its folder. */
    public static final String METADATA = "metadata.json";

    /** There while a set is being deleted. */
    public static final String DELETING = "deleting";

    /** The folder of the set, without a slash at the end. */
    public String folder() {
        return batch + "/" + root;
    }

    /** The key of a file of the set. */
    public String key(String path) {
        return folder() + "/" + path;
    }

    /** The key of the file that tells other processes what is being done with the set. */
    public String statusKey() {
        return batch + "/status/" + root + ".json";
    }

    /**
     * The key of an artefact that a member of this set lists, wherever it is kept.
     *
     * @throws IllegalArgumentException when the entry names no set
     */
    public String key(ArtefactEntry entry) {
        String holder = entry.set();
        return holder == null ? key(entry.path()) : new SetPlace(batch, new RootId(holder)).key(entry.path());
    }

    @Override
    public String toString() {
        return folder();
    }
}
