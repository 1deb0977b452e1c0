package dev.firedrill.environments.docker;

import dev.firedrill.environments.role.Outage;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Witness;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every store in containers has in common: one container serves, and a loss or a rewind destroys it and starts another.
 * Safe for use by several threads.
 */
public final class ContainerStore<C extends ServingContainer> {
    private final String store;
    private @Nullable C present;

    /** @param store what messages call it, such as {@code The git server} */
    public ContainerStore(String store) {
        this.store = store;
    }

    /** Destroys the container that serves, if any, and has another one serve. */
    public synchronized C replace(Supplier<C> next) {
        destroy();
        C started = next.get();
        present = started;
        return started;
    }

    /**
     * The container that serves.
     *
     * @throws EnvironmentFailure when there is none
     */
    public synchronized C present() {
        if (present == null) {
            throw new EnvironmentFailure(store + " does not run: it was closed, or its last start failed");
        }
        return present;
    }

    /** Whether a container is there; it may have been killed. */
    public synchronized boolean isPresent() {
        return present != null;
    }

    /** The engine's id of the container that serves now; an earlier one is gone for good. */
    public String containerId() {
        return present().container().id();
    }

    public void kill() {
        present().container().kill();
    }

    public void startAgain() {
        present().startAgain();
    }

    /**
     * Stops every process of the store where it is: connections stay open and nothing answers.
     *
     * @param witness looks whether the store is silent
     */
    public Outage pause(Function<C, Witness> witness) {
        C paused = present();
        return paused.container().pause(() -> witness.apply(paused));
    }

    /** A message when the container has ended by itself, with the end of its log. */
    public synchronized Optional<String> endedByItself() {
        return Optional.ofNullable(present)
                .flatMap(serving -> serving.container().endedByItself());
    }

    public Map<String, String> logs() {
        return present().container().logs();
    }

    /** Destroys the container that serves; harmless when there is none. */
    public synchronized void destroy() {
        C ended = present;
        if (ended != null) {
            present = null;
            ended.destroy();
        }
    }
}
