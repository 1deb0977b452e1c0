package dev.firedrill.model;

/** The judgement on a scenario. Declared from best to worst, so that the worst of several wins. */
public enum Verdict {
    /** Everything that had to survive did, and nothing else happened. */
    HELD("held"),
    /** The laboratory broke, a witness is missing, or an unknown answer matters: nothing is proved. */
    INCONCLUSIVE("inconclusive"),
    /** Something was lost, changed or appeared that the rules forbid. */
    VIOLATED("violated");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** The verdict's name in result files and reports. */
    public String text() {
        return text;
    }

    /** The worse of the two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
