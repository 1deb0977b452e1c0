package dev.firedrill.environments.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.firedrill.environments.process.Ports;
import dev.firedrill.environments.process.RunLabel;
import dev.firedrill.model.EnvironmentFailure;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Docker engine of this machine, as one harness uses it. Everything made through it bears the harness's label;
 * opening it clears what dead harnesses left, closing it removes whatever of ours is still there. Safe for use by several
 * threads, so that containers can be started side by side.
 */
public final class Engine implements AutoCloseable {
    private final DockerClient client;
    private final Images images;
    private final RunLabel label;
    private final Ports ports = new Ports();
    /** Tells the names of this engine from those of another in the same process, which shares its label. */
    private final String mark =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private final AtomicInteger named = new AtomicInteger();
    private final Map<String, String> used = new ConcurrentHashMap<>();
    /** Held for reading while something is made, for writing while everything is removed. */
    private final ReadWriteLock making = new ReentrantReadWriteLock();

    private @Nullable Reaper reaper;
    private boolean closed;

    private Engine(DockerClient client, Images images, RunLabel label) {
        this.client = client;
        this.images = images;
        this.label = label;
    }

    /**
     * Finds the engine, sees that it answers and clears leftovers.
     *
     * @throws EnvironmentFailure within some seconds, with one sentence, when there is no engine to use
     */
    public static Engine open(Images images) {
        DockerClient client = EngineAddress.answering(EngineAddress.of(System.getenv()));
        Engine engine = new Engine(client, images, RunLabel.ofThisJvm());
        TestcontainersConfig.withoutClearing();
        new Sweep(client).ofDeadRuns();
        engine.beWatched();
        return engine;
    }

    /** Whether a product can be started here without a download; never throws for want of an engine. */
    public static boolean canRun(Images images, Images.Of product) {
        try {
            Engine engine = new Engine(
                    EngineAddress.answering(EngineAddress.of(System.getenv())), images, RunLabel.ofThisJvm());
            Images.Choice choice = images.choice(product);
            String substitute = choice.substitute();
            return engine.has(choice.name()) || (substitute != null && engine.has(substitute));
        } catch (EnvironmentFailure none) {
            return false;
        }
    }

    /**
     * Removes every container, volume and network of this harness that is still there, and lets none be made any more:
     * a drill can be stopped while threads are starting containers.
     */
    @Override
    public void close() {
        making.writeLock().lock();
        try {
            closed = true;
            // With the reaper's own container, which so has nothing left to do when its connection ends.
            new Sweep(client).of(label);
            if (reaper != null) {
                reaper.close();
            }
        } catch (RuntimeException gone) {
            throw new EnvironmentFailure(
                    "The containers of this run could not be removed, the engine says: " + gone.getMessage()
                            + "; the next run with containers on this engine removes them",
                    gone);
        } finally {
            making.writeLock().unlock();
            ports.close();
        }
    }

    /** Has a reaper watch this process where its image is; elsewhere the next start sweeps. */
    private void beWatched() {
        if (Boolean.parseBoolean(System.getenv(Reaper.SWITCH))
                || !has(images.choice(Images.Of.RYUK).name())) {
            return;
        }
        try {
            reaper = Reaper.start(this, label);
        } catch (EnvironmentFailure unable) {
            // No reason not to drill: what it would do, the next start does.
            used.put("image of ryuk", "not in use. " + unable.getMessage());
        }
    }

    /** Makes something that bears our label, unless the engine is closed. */
    <T> T make(Supplier<T> thing) {
        making.readLock().lock();
        try {
            if (closed) {
                throw new EnvironmentFailure("The run is over, no container can be started any more");
            }
            return thing.get();
        } finally {
            making.readLock().unlock();
        }
    }

    /** The engine and the images that were run from, by product: a tag can be moved, the id of what is behind it cannot. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(used);
        versions.put("Docker engine", client.versionCmd().exec().getVersion());
        return versions;
    }

    /** Local ports for containers. */
    public Ports ports() {
        return ports;
    }

    public DockerClient client() {
        return client;
    }

    public RunLabel label() {
        return label;
    }

    /** A name for a container or volume that no other has. */
    String newName(String kind) {
        return "firedrill-" + label.pid() + "-" + label.started() + "-" + mark + "-" + kind + "-"
                + named.incrementAndGet();
    }

    /** The image to run a product from; it is on this machine when this returns. */
    public String image(Images.Of product) {
        String image = available(product);
        String id = client.inspectImageCmd(image).exec().getId();
        used.put("image of " + product.key(), image + " (" + id + ")");
        return image;
    }

    private String available(Images.Of product) {
        Images.Choice choice = images.choice(product);
        if (has(choice.name())) {
            return choice.name();
        }
        String substitute = choice.substitute();
        if (substitute != null && has(substitute)) {
            return substitute;
        }
        new Pull(client).image(choice, product);
        if (!has(choice.name())) {
            throw new EnvironmentFailure("The image " + choice.written() + " of " + product.key()
                    + " is not on this machine, and the engine ended the download without it and without a reason; "
                    + DockerErrors.WITHOUT_A_REGISTRY);
        }
        return choice.name();
    }

    /** Makes a volume that bears our label. */
    public String newVolume(String kind, Map<String, String> options) {
        String name = newName(kind);
        try {
            return make(() -> client.createVolumeCmd()
                    .withName(name)
                    .withDriver("local")
                    .withDriverOpts(options)
                    .withLabels(label.asMap())
                    .exec()
                    .getName());
        } catch (DockerException refused) {
            throw DockerErrors.of("The volume " + name + " could not be made", refused);
        }
    }

    /** Removes a volume; harmless when it is gone. */
    public void removeVolume(String name) {
        try {
            client.removeVolumeCmd(name).exec();
        } catch (NotFoundException gone) {
            // That is what was wanted.
        } catch (DockerException refused) {
            throw DockerErrors.of("The volume " + name + " could not be removed", refused);
        }
    }

    private boolean has(String image) {
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException absent) {
            return false;
        } catch (DockerException refused) {
            throw DockerErrors.of("The engine was asked for the image " + image, refused);
        }
    }
}
