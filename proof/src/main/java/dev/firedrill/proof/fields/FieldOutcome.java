package dev.firedrill.proof.fields;

/**
 * What became of the damage of one field.
 *
 * @param kind the kind of field
 * @param fact the field that was damaged
 * @param fate whether it was seen
 * @param why the judge's sentence, the exemption's reason, or the store's
 */
public record FieldOutcome(FieldKind kind, Fact fact, Fate fate, String why) {
    /** Whether a damage is seen. */
    public enum Fate {
        /** Damaged, and the judge named object and field. */
        CAUGHT,
        /** Damaged, and named only when a second pass shows it: the recovery chooses its first value by itself. */
        CHOSEN,
        /** Damaged, and the judge did not name it. */
        MISSED,
        /** Of those that are not compared, for a reason that stands with the exemption. */
        EXEMPT,
        /** The store does not let it be changed, by anybody. */
        REFUSED
    }
}
