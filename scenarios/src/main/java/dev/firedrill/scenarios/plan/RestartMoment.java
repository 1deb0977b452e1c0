package dev.firedrill.scenarios.plan;

/** What an orchestrator is doing when it is killed. */
public enum RestartMoment {
    /** Nothing. */
    IDLE,
    /** It has begun a pass over its stores and not finished it. */
    SYNCHRONISING
}
