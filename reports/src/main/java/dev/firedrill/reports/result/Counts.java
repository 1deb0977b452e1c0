package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The package revisions after recovery, by lifecycle.
 *
 * @param draft how many are Draft
 * @param proposed how many are Proposed
 * @param published how many are Published, placeholders not counted
 * @param deletionProposed how many are DeletionProposed
 * @param placeholders how many are placeholders of a package's branch
 */
@JsonPropertyOrder({"Draft", "Proposed", "Published", "DeletionProposed", "placeholders"})
public record Counts(
        @JsonProperty("Draft") int draft,
        @JsonProperty("Proposed") int proposed,
        @JsonProperty("Published") int published,
        @JsonProperty("DeletionProposed") int deletionProposed,
        @JsonProperty("placeholders") int placeholders) {
    public Counts {
        if (Math.min(Math.min(draft, proposed), Math.min(published, Math.min(deletionProposed, placeholders))) < 0) {
            throw new IllegalArgumentException("a count of package revisions cannot be negative");
        }
    }

    /** The counts as people write them: {@code 4/3/6/2 +11}. */
    public String text() {
        return draft + "/" + proposed + "/" + published + "/" + deletionProposed + " +" + placeholders;
    }
}
