package dev.firedrill.proof.mutation;

/** What became of a mutant. Declared in the order in which a report tells them. */
public enum MutantFate {
    /** A scenario of the drill was violated. */
    CAUGHT("caught by the drill", "violated"),
    /** A scenario of the drill was inconclusive, such as with a recovery that hangs. */
    BROKEN("broken", "inconclusive"),
    /** Every scenario held, and a test of the recovery's own failed. */
    CONFORMANCE("caught by conformance only", "the recovery's own tests"),
    /** Nothing turned red, and somebody wrote down why nothing could. */
    EXPLAINED("explained", "nothing that anybody is promised differs"),
    /** Nothing turned red. */
    SURVIVED("survived", "held");

    private final String title;
    private final String meaning;

    MutantFate(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** What a report calls it. */
    public String title() {
        return title;
    }

    /** What that says, in a few words. */
    public String meaning() {
        return meaning;
    }
}
