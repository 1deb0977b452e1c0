package dev.firedrill.model;

import java.util.Collection;
import java.util.Comparator;

/** The judgement on a scenario. Declared from best to worst, so that the worst of several wins. */
public enum Verdict {
    /** Everything that had to survive did, and nothing else happened. */
    HELD("held"),
    /** The system under test lacks an ability that the scenario needs, so that it says nothing of that system. */
    NOT_APPLICABLE("not applicable"),
    /** The environment broke, a witness is missing, or an unknown answer matters: nothing is proved. */
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

    /** The same as one word, for what names a thing by it: a style, a label, a column. */
    public String word() {
        return text.replace(' ', '-');
    }

    /** The worse of the two, of one scenario. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * The judgement on a drill of several scenarios: the worst of those that apply. Where none applies, none held; and where
     * there is none, nothing is proved.
     */
    public static Verdict ofAll(Collection<Verdict> scenarios) {
        return scenarios.stream()
                .filter(verdict -> verdict != NOT_APPLICABLE)
                .max(Comparator.naturalOrder())
                .orElse(scenarios.isEmpty() ? INCONCLUSIVE : NOT_APPLICABLE);
    }
}
