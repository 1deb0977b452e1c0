package dev.firedrill.environments.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.ExecConfig;

/** One container, from its start to its destruction. Its ports are fixed, so that it can be killed and started again. */
public final class RunningContainer {
    private static final int TAIL_LINES = 20;

    private final DockerClient client;
    private final String kind;
    private final RawContainer raw;
    private final String id;
    private volatile boolean toldToEnd;

    private RunningContainer(DockerClient client, String kind, RawContainer raw) {
        this.client = client;
        this.kind = kind;
        this.raw = raw;
        this.id = raw.getContainerId();
    }

    /**
     * Creates a container, unpacks its seeds and starts it. Whether it does its work is for the caller to await.
     *
     * @throws EnvironmentFailure with one sentence that says which container, why not, and what to do
     */
    public static RunningContainer start(Engine engine, ContainerSpec spec) {
        String name = engine.newName(spec.kind());
        RawContainer raw = new RawContainer(spec.image(), created -> {
            spec.seeds().forEach((path, archives) -> archives.forEach(tar -> unpack(engine, created, path, tar)));
        });
        raw.withLabels(engine.label().asMap())
                .withEnv(spec.environment())
                .withCreateContainerCmdModifier(command -> spec.shape(command.withName(name)));
        if (!spec.command().isEmpty()) {
            raw.withCommand(spec.command().toArray(String[]::new));
        }
        try {
            return engine.make(() -> {
                raw.start();
                return new RunningContainer(engine.client(), spec.kind(), raw);
            });
        } catch (ContainerLaunchException refused) {
            throw DockerErrors.of("The container of " + spec.kind() + " could not be started", refused);
        }
    }

    /** The engine's own id; it is never given again. */
    public String id() {
        return id;
    }

    /** Whether the engine knows the container, running or not. */
    public boolean exists() {
        try {
            client.inspectContainerCmd(id).exec();
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    public boolean runs() {
        try {
            return Boolean.TRUE.equals(
                    client.inspectContainerCmd(id).exec().getState().getRunning());
        } catch (NotFoundException gone) {
            return false;
        }
    }

    /** A message when the container has ended by itself, with the end of its log. */
    public Optional<String> endedByItself() {
        if (toldToEnd || runs()) {
            return Optional.empty();
        }
        return Optional.of("The container of " + kind + " (" + id.substring(0, 12) + ") ended by itself" + howItEnded()
                + ". Its log ends:\n" + tail());
    }

    private String howItEnded() {
        try {
            ContainerState state = client.inspectContainerCmd(id).exec().getState();
            return " with code " + state.getExitCodeLong()
                    + (Boolean.TRUE.equals(state.getOOMKilled()) ? ", for want of memory" : "");
        } catch (NotFoundException removed) {
            return " and was removed, by somebody else than this run";
        }
    }

    /** Whether the engine holds the container still. */
    public boolean paused() {
        try {
            return Boolean.TRUE.equals(
                    client.inspectContainerCmd(id).exec().getState().getPaused());
        } catch (NotFoundException gone) {
            return false;
        }
    }

    /** Waits until the container does its work; one that ended is not waited for. */
    public void awaitReady(String what, Patience budget, BooleanSupplier ready) {
        try {
            Wait.until(what, budget, () -> {
                if (ready.getAsBoolean()) {
                    return true;
                }
                if (!runs()) {
                    throw new EnvironmentFailure(
                            "The container of " + kind + " ended instead of coming up (" + what + ")");
                }
                return false;
            });
        } catch (EnvironmentFailure late) {
            throw new EnvironmentFailure(late.getMessage() + ". Its log ends:\n" + tail(), late);
        }
    }

    /** Ends every process of the container at once; harmless when it ended before. */
    public void kill() {
        toldToEnd = true;
        try {
            client.killContainerCmd(id).withSignal("KILL").exec();
        } catch (ConflictException | NotFoundException ended) {
            return;
        } catch (DockerException refused) {
            throw DockerErrors.of("The container of " + kind + " could not be killed", refused);
        }
        Wait.until("the container of " + kind + " to be dead", Patience.PROMPT, () -> !runs());
    }

    /** Starts the same container on what it left; harmless when it runs. */
    public void startAgain() {
        try {
            client.startContainerCmd(id).exec();
        } catch (NotModifiedException running) {
            // That is what was wanted.
        } catch (DockerException refused) {
            throw DockerErrors.of("The container of " + kind + " could not be started again", refused);
        }
        toldToEnd = false;
    }

    /** Removes the container with the volumes that only it had, and sees that the engine does not know its id any more. */
    public void destroy() {
        toldToEnd = true;
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException gone) {
            return;
        } catch (ConflictException underWay) {
            // Somebody else removes it; seen below.
        } catch (DockerException refused) {
            throw DockerErrors.of("The container of " + kind + " could not be removed", refused);
        }
        Wait.until("the container " + id + " of " + kind + " to be gone", Patience.PROMPT, () -> !exists());
    }

    /**
     * Stops every process where it is, connections included, until closed.
     *
     * @param witness looks whether the store is silent
     */
    public Outage pause(Supplier<Witness> witness) {
        freeze();
        return new Outage() {
            @Override
            public Witness witness() {
                return witness.get();
            }

            @Override
            public void close() {
                thaw();
            }
        };
    }

    /** Copies a file or folder out while nothing in the container moves: what a power cut would leave, at one moment. */
    public <T> T frozen(Supplier<T> copy) {
        freeze();
        try {
            return copy.get();
        } finally {
            thaw();
        }
    }

    /** A folder of the container as a tar whose entries begin with the folder's own name. */
    public InputStream tar(String path) {
        try {
            return client.copyArchiveFromContainerCmd(id, path).exec();
        } catch (DockerException refused) {
            throw DockerErrors.of(path + " could not be read from the container of " + kind, refused);
        }
    }

    /**
     * Runs a command in the container.
     *
     * @return what it printed
     * @throws EnvironmentFailure when it fails, with what it said
     */
    public String run(String user, List<String> command) {
        ExecResult result = tryRun(user, command);
        if (result.getExitCode() != 0) {
            throw new EnvironmentFailure("In the container of " + kind + ", " + command.get(0) + " failed with "
                    + result.getExitCode() + ": " + result.getStderr().strip());
        }
        return result.getStdout();
    }

    public ExecResult tryRun(String user, List<String> command) {
        try {
            return raw.execInContainer(ExecConfig.builder()
                    .user(user)
                    .command(command.toArray(String[]::new))
                    .build());
        } catch (IOException | DockerException | IllegalStateException | UnsupportedOperationException refused) {
            throw DockerErrors.of("In the container of " + kind + ", " + command.get(0) + " could not be run", refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while " + command.get(0) + " ran in a container", stopped);
        }
    }

    /** Everything that the container wrote, by its name. */
    public Map<String, String> logs() {
        try {
            return Map.of(kind + "-" + id.substring(0, 12), raw.getLogs());
        } catch (DockerException gone) {
            throw DockerErrors.of("The log of the container of " + kind + " could not be read", gone);
        }
    }

    /** The end of what the container wrote, for a message to a person. */
    public String tail() {
        try {
            List<String> lines = raw.getLogs().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (DockerException gone) {
            return "(no log: " + gone.getMessage() + ")";
        }
    }

    private void freeze() {
        try {
            client.pauseContainerCmd(id).exec();
        } catch (DockerException refused) {
            throw DockerErrors.of("The container of " + kind + " could not be paused", refused);
        }
    }

    private void thaw() {
        try {
            client.unpauseContainerCmd(id).exec();
        } catch (NotFoundException | ConflictException notPaused) {
            // Healed already, or destroyed meanwhile.
        } catch (DockerException refused) {
            if (!String.valueOf(refused.getMessage()).contains("is not paused")) {
                throw DockerErrors.of("The container of " + kind + " could not be woken", refused);
            }
        }
    }

    private static void unpack(Engine engine, String id, String path, Supplier<InputStream> tar) {
        try (InputStream archive = tar.get()) {
            engine.client()
                    .copyArchiveToContainerCmd(id)
                    .withRemotePath(path)
                    .withTarInputStream(archive)
                    .exec();
        } catch (IOException unreadable) {
            throw new EnvironmentFailure("What belongs into a container could not be read", unreadable);
        }
    }
}
