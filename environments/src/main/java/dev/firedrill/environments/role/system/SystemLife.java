package dev.firedrill.environments.role.system;

/** How a system's processes begin and end. */
public interface SystemLife {
    /**
     * Starts it; its API listens when this returns, it may not have looked at its stores yet.
     *
     * @param options what goes beyond the plain start
     * @throws IllegalStateException when it runs already
     * @throws dev.firedrill.model.EnvironmentFailure when it does not come up; with the end of its log
     */
    void start(StartOptions options);

    /** Ends it in order where it can hear that; harmless when it does not run. */
    void end();

    /** Ends it at once, as {@code kill -9} does; harmless when it does not run. */
    void kill();

    /** Whether it runs. */
    boolean alive();
}
