package dev.firedrill.model;

/** What became of one object, judged by identity and content against the ledger and the rules. */
public enum LossClass {
    /** Present, as the ledger had it at the disaster. */
    KEPT("kept"),
    /** Absent, and the rules allow it. */
    LOST_ALLOWED("lost-allowed"),
    /** Absent, although the rules keep it. */
    LOST_FORBIDDEN("lost-forbidden"),
    /** Present in an earlier state of its own. */
    REVERTED("reverted"),
    /** Present again although it had been deleted before the disaster. */
    RESURRECTED("resurrected"),
    /** Present in a state that it never had. */
    MUTATED("mutated"),
    /** Present although nobody ever wrote it. */
    GHOST("ghost"),
    /** Present or absent after an operation whose answer nobody saw. */
    NEVER_ACKNOWLEDGED("never-acknowledged");

    private final String text;

    LossClass(String text) {
        this.text = text;
    }

    /** The class's name in result files and reports. */
    public String text() {
        return text;
    }
}
