package dev.firedrill.environments.docker;

import com.github.dockerjava.api.DockerClient;
import dev.firedrill.model.EnvironmentFailure;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.ResourceReaper;

/**
 * Tells Testcontainers two facts that it takes from the environment of the process only, which a running harness cannot
 * change: which engine there is, and that it is not to start a reaper or clear up itself. Without them each missing image
 * costs two minutes of retries. There is no public way; what is reached for here belongs to the pinned version.
 */
final class TestcontainersConfig {
    private TestcontainersConfig() {}

    /** The client of an engine; the first engine of a process stays that of Testcontainers. */
    static synchronized DockerClient client(LocalEngine engine) {
        DockerClientFactory factory = DockerClientFactory.instance();
        try {
            Field strategy = DockerClientFactory.class.getDeclaredField("strategy");
            strategy.setAccessible(true);
            if (strategy.get(factory) == null) {
                strategy.set(factory, engine);
            }
        } catch (ReflectiveOperationException | RuntimeException changed) {
            throw new EnvironmentFailure(
                    "This version of Testcontainers cannot be told the engine; set TESTCONTAINERS_HOST_OVERRIDE=localhost",
                    changed);
        }
        return engine.getDockerClient();
    }

    /** Leaves the removal of leftovers to our own {@link Sweep} and {@link Reaper}. */
    static synchronized void withoutClearing() {
        try {
            Field instance = ResourceReaper.class.getDeclaredField("instance");
            instance.setAccessible(true);
            if (instance.get(null) == null) {
                // Not the one that clears at the end of the process: it and our sweep would be in each other's way.
                Constructor<ResourceReaper> idle = ResourceReaper.class.getDeclaredConstructor();
                idle.setAccessible(true);
                instance.set(null, idle.newInstance());
            }
        } catch (ReflectiveOperationException | RuntimeException changed) {
            throw new EnvironmentFailure(
                    "This version of Testcontainers cannot be told to do without its reaper; set " + Reaper.SWITCH
                            + "=true",
                    changed);
        }
    }
}
