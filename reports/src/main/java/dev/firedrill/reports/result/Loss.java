package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.vocabulary.LossClass;
import java.util.List;

/**
 * What survived a disaster and what did not, counted and by object. Kept objects are counted, not listed.
 *
 * @param kept how many objects are as they were
 * @param lostAllowed how many are gone as the rules allow
 * @param lostForbidden how many are gone although the rules keep them
 * @param reverted how many are back in an earlier state
 * @param resurrected how many are back from deletion
 * @param mutated how many are in a state that they never had
 * @param ghost how many nobody ever wrote
 * @param neverAcknowledged how many hang on an operation whose answer nobody saw
 * @param items every object that is not simply kept
 */
@JsonPropertyOrder({
    "kept",
    "lostAllowed",
    "lostForbidden",
    "reverted",
    "resurrected",
    "mutated",
    "ghost",
    "neverAcknowledged",
    "items"
})
public record Loss(
        int kept,
        int lostAllowed,
        int lostForbidden,
        int reverted,
        int resurrected,
        int mutated,
        int ghost,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int neverAcknowledged,
        List<LossItem> items) {
    public Loss {
        items = Copies.list(items);
    }

    /** Nothing was compared with the ledger, so nothing is known. */
    public static Loss nothingCompared() {
        return of(0, List.of());
    }

    /** Counts {@code items} by class; items that are kept count among {@code kept} too. */
    public static Loss of(int kept, List<LossItem> items) {
        return new Loss(
                kept + count(items, LossClass.KEPT),
                count(items, LossClass.LOST_ALLOWED),
                count(items, LossClass.LOST_FORBIDDEN),
                count(items, LossClass.REVERTED),
                count(items, LossClass.RESURRECTED),
                count(items, LossClass.MUTATED),
                count(items, LossClass.GHOST),
                count(items, LossClass.NEVER_ACKNOWLEDGED),
                items);
    }

    /** How many objects are of {@code lossClass}. */
    public int count(LossClass lossClass) {
        return switch (lossClass) {
            case KEPT -> kept;
            case LOST_ALLOWED -> lostAllowed;
            case LOST_FORBIDDEN -> lostForbidden;
            case REVERTED -> reverted;
            case RESURRECTED -> resurrected;
            case MUTATED -> mutated;
            case GHOST -> ghost;
            case NEVER_ACKNOWLEDGED -> neverAcknowledged;
        };
    }

    /** How many objects are not as they were. */
    public int changed() {
        return lostAllowed + lostForbidden + reverted + resurrected + mutated + ghost + neverAcknowledged;
    }

    private static int count(List<LossItem> items, LossClass lossClass) {
        return (int)
                items.stream().filter(item -> item.lossClass() == lossClass).count();
    }
}
