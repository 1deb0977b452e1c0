package dev.firedrill.environments.docker;

/** A container of a store together with what belongs to it alone, such as its volume. */
public interface ServingContainer {
    RunningContainer container();

    /** Starts the container again on what it left, and waits until it serves; harmless when it runs. */
    void startAgain();

    /** Destroys the container and what belongs to it alone. */
    void destroy();
}
