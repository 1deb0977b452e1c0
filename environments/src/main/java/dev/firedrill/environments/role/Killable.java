package dev.firedrill.environments.role;

/** The ability of a store's processes to be ended without warning and to be started again on the same data. */
public interface Killable {
    /** Ends the processes at once, as {@code kill -9} does. Harmless when they are dead already. */
    void kill();

    /**
     * Starts the processes again on the data that they left.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when they do not come up
     */
    void start();
}
