package dev.firedrill.environments.docker;

import com.github.dockerjava.api.DockerClient;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of Testcontainers without its waiting and without its pulling: the harness waits in its own words, with
 * the container's log at hand, and has seen to the image before.
 */
final class RawContainer extends GenericContainer<RawContainer> {
    private final Consumer<String> whenCreated;

    /** @param whenCreated told the id after the creation and before the start */
    RawContainer(String image, Consumer<String> whenCreated) {
        super(DockerImageName.parse(image));
        this.whenCreated = whenCreated;
        withImagePullPolicy(never -> false);
        setWaitStrategy(new AbstractWaitStrategy() {
            @Override
            protected void waitUntilReady() {
                // The caller does, with RunningContainer.awaitReady.
            }
        });
        withStartupCheckStrategy(new StartupCheckStrategy() {
            @Override
            public StartupStatus checkStartupState(DockerClient client, String id) {
                return StartupStatus.SUCCESSFUL;
            }
        });
    }

    @Override
    protected void containerIsCreated(String id) {
        whenCreated.accept(id);
    }

    /** Silent: what the library would print of a failure is thrown as well, and reported by its caller. */
    @Override
    protected Logger logger() {
        return NOPLogger.NOP_LOGGER;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
