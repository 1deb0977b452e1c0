package dev.firedrill.steps.rehearsal;

/** What an orchestrator is doing when it is killed. */
public enum RestartMoment {
    /** Nothing. */
    IDLE,
    /** It has begun a pass over its stores and not finished it. */
    SYNCHRONISING
}
