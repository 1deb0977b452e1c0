package dev.firedrill.reports.result;

/** What became of one step. */
public enum StepStatus {
    /** Did what it says. */
    PASSED("passed"),
    /** Did not. */
    FAILED("failed"),
    /** Was not tried, because an earlier step failed. */
    SKIPPED("skipped"),
    /** Nobody has written it yet, or it is not finished. */
    UNDEFINED("undefined");

    private final String text;

    StepStatus(String text) {
        this.text = text;
    }

    /** The status's name in result files and reports. */
    public String text() {
        return text;
    }
}
