package dev.firedrill.recovery.model;

/** Where a package revision stands on its way from draft to deletion. */
public enum Lifecycle {
    DRAFT("Draft"),
    PROPOSED("Proposed"),
    PUBLISHED("Published"),
    DELETION_PROPOSED("DeletionProposed");

    private final String text;

    Lifecycle(String text) {
        this.text = text;
    }

    /** The spelling of Porch's API and of the {@code lifecycle} column. */
    public String text() {
        return text;
    }

    /** Whether git is the truth for revisions in this state. */
    public boolean isPublished() {
        return this == PUBLISHED || this == DELETION_PROPOSED;
    }

    /**
     * The lifecycle with this spelling.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Lifecycle of(String text) {
        for (Lifecycle lifecycle : values()) {
            if (lifecycle.text.equals(text)) {
                return lifecycle;
            }
        }
        throw new IllegalArgumentException(
                "lifecycle '" + text + "' is none of Draft, Proposed, Published, DeletionProposed");
    }
}
