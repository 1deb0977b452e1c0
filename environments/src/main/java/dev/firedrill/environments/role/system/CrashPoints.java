package dev.firedrill.environments.role.system;

/**
 * Ability of a system to be interrupted right after a step of its own choosing, at the step and nowhere else. A process that
 * was told to stop moving moves on when it is let go, and hears nothing before.
 */
public interface CrashPoints {
    /** Its process dies, as by {@code kill -9}, right after the step of this number. */
    StartOptions dieAfter(int step);

    /** Its process stops moving right after the step of this number. */
    StartOptions stopAfter(int step);

    /** Its process stops moving at the first step of this name. */
    StartOptions stopAt(String step);

    /** Lets a process that stopped moving go on. */
    void letGo();

    /**
     * Waits until the system's process dies by itself.
     *
     * @return its exit code, 128 + n after signal n
     */
    int awaitDeath();
}
