package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.LossClass;
import java.util.Comparator;
import java.util.List;

/**
 * What survived a disaster and what did not, counted and by object. Kept objects are counted, not listed.
 *
 * @param compared whether anything was compared with the ledger; where nothing was, a zero says nothing
 * @param kept how many objects are as they were
 * @param lostAllowed how many are gone as the rules allow
 * @param lostForbidden how many are gone although the rules keep them
 * @param reverted how many are back in an earlier state
 * @param resurrected how many are back from deletion
 * @param mutated how many are in a state that they never had
 * @param ghost how many nobody ever wrote
 * @param neverAcknowledged how many hang on an operation whose answer nobody saw
 * @param forbidden how many objects, of whatever class, are not what the rules want
 * @param items every object that is not simply kept
 */
@JsonPropertyOrder({
    "compared",
    "kept",
    "lostAllowed",
    "lostForbidden",
    "reverted",
    "resurrected",
    "mutated",
    "ghost",
    "neverAcknowledged",
    "forbidden",
    "items"
})
public record Loss(
        boolean compared,
        int kept,
        int lostAllowed,
        int lostForbidden,
        int reverted,
        int resurrected,
        int mutated,
        int ghost,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int neverAcknowledged,
        int forbidden,
        List<LossItem> items) {
    /** The classes from the gravest on, as lists tell them. */
    public static final List<LossClass> GRAVEST_FIRST = List.of(
            LossClass.LOST_FORBIDDEN,
            LossClass.MUTATED,
            LossClass.GHOST,
            LossClass.RESURRECTED,
            LossClass.REVERTED,
            LossClass.NEVER_ACKNOWLEDGED,
            LossClass.LOST_ALLOWED,
            LossClass.KEPT);

    public Loss {
        items = Copies.list(items);
    }

    /** Nothing was compared with the ledger, so nothing is known. */
    public static Loss nothingCompared() {
        return new Loss(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    /** Counts {@code items} by class; items that are kept count among {@code kept} too. */
    public static Loss of(int kept, List<LossItem> items) {
        return new Loss(
                true,
                kept + count(items, LossClass.KEPT),
                count(items, LossClass.LOST_ALLOWED),
                count(items, LossClass.LOST_FORBIDDEN),
                count(items, LossClass.REVERTED),
                count(items, LossClass.RESURRECTED),
                count(items, LossClass.MUTATED),
                count(items, LossClass.GHOST),
                count(items, LossClass.NEVER_ACKNOWLEDGED),
                (int) items.stream().filter(item -> !item.allowed()).count(),
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

    /** The objects that are not what the rules want, what is lost or made up before what is only older. */
    public List<LossItem> forbiddenItems() {
        return items.stream()
                .filter(item -> !item.allowed())
                .sorted(Comparator.comparingInt(item -> GRAVEST_FIRST.indexOf(item.lossClass())))
                .toList();
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
