package dev.firedrill.scenarios.plan;

/** How batches of objects follow each other when a cluster comes back. */
public enum Batching {
    /** The next batch comes while the orchestrator is busy with the last one. */
    OVERLAPPING,
    /** A pass of the orchestrator follows each batch before the next one comes. */
    AWAITED,
    /**
     * The same, and no pass sees a part of a batch: the orchestrator stands still while one is applied. Orders can only be
     * compared when what a batch is does not depend on when somebody looks.
     */
    WHOLE
}
