package dev.firedrill.scenarios.sweep;

/** The process in which a step of a recovery is taken. */
enum RecoveryStage {
    /** The orchestrator, from its start on. */
    ORCHESTRATOR("the orchestrator"),
    /** The command with which an operator confirms a removal. */
    CONFIRMATION("the confirmation of a removal");

    private final String title;

    RecoveryStage(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
