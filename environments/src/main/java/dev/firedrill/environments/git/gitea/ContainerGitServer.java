package dev.firedrill.environments.git.gitea;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.Ports;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jspecify.annotations.Nullable;

/**
 * The git server as Gitea in a container. A kept point is a mirror of every repository with its settings; a rewind
 * moves the refs of a repository back where the server still has what they name, as all do that were not lost, and else
 * founds it again under the same URL and pushes the mirror. Losing destroys container and volume. Gitea
 * takes names of ASCII letters, digits, dots, dashes and underscores only, and holds {@code R1} and {@code r1} for one.
 * Safe for use by several threads.
 */
public final class ContainerGitServer implements GitServer, Killable, HasLogs, Supervised {
    private static final String USER = "porch";
    private static final Duration WITNESS = Duration.ofSeconds(2);
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final Engine engine;
    private final Path folder;
    private final GiteaMirrors mirrors;
    private final int port = Ports.free();
    private final String secret = Secrets.random();
    private final String version;
    private @Nullable GiteaContainer present;

    private ContainerGitServer(Engine engine, ProcessSupervisor leash) {
        this.engine = engine;
        folder = leash.directory("gitea-" + OPENED.incrementAndGet());
        mirrors = new GiteaMirrors(folder);
        present = GiteaContainer.begin(engine, port, address());
        version = present.version();
    }

    /**
     * Starts a server without repositories on a free port of 127.0.0.1.
     *
     * @param leash holds the mirrors of kept points
     * @throws EnvironmentFailure when it does not come up
     */
    public static ContainerGitServer open(Engine engine, ProcessSupervisor leash) {
        return new ContainerGitServer(engine, leash);
    }

    @Override
    public Product product() {
        return new Product("containers", "Gitea", version, true);
    }

    @Override
    public GitAddress address() {
        return addressThrough(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    @Override
    public GitAddress addressThrough(InetSocketAddress link) {
        return new GitAddress(
                "http://" + link.getHostString() + ":" + link.getPort() + "/" + GiteaContainer.ORGANISATION,
                USER,
                secret);
    }

    /** The engine's id of the container that serves now; an earlier one is gone for good. */
    public synchronized String containerId() {
        return present().box().id();
    }

    @Override
    public synchronized String incarnation() {
        return present().incarnation();
    }

    @Override
    public synchronized void create(String repository) {
        GiteaNames.requireSafe(repository);
        if (present().has(repository)) {
            throw new IllegalArgumentException("the git server has a repository " + repository + " already");
        }
        present().create(repository);
    }

    @Override
    public synchronized void remove(String repository) {
        requirePresent(repository).delete(repository);
        present().renewIncarnation();
    }

    @Override
    public synchronized void empty(String repository) {
        GiteaContainer life = requirePresent(repository);
        life.delete(repository);
        life.create(repository);
        life.renewIncarnation();
    }

    @Override
    public synchronized void dropTags(String repository) {
        GiteaContainer life = requirePresent(repository);
        life.dropTags(repository);
        life.renewIncarnation();
    }

    @Override
    public synchronized boolean setRef(Set<String> repositories, String ref, String id) {
        repositories.forEach(GiteaNames::requireSafe);
        return present().setRef(repositories, ref, id);
    }

    @Override
    public synchronized Set<String> repositories() {
        return present().owner().names();
    }

    @Override
    public synchronized Map<String, String> refs(String repository) {
        return requirePresent(repository).refs(Set.of(repository)).get(repository);
    }

    /**
     * Takes repositories into the server that are on its disk but not in its database, as after a restore of the one
     * without the other.
     *
     * @return their names
     */
    public synchronized Set<String> adopt() {
        return present().adopt();
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        if (mirrors.has(point)) {
            throw new IllegalArgumentException("the git server has a recovery point " + point + " already");
        }
        mirroring("keep " + point, () -> mirrors.keep(point, present().owner().repositories(), address()));
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        requireKept(point);
        mirroring("go back to " + point, () -> rewind().all(point));
        present().renewIncarnation();
    }

    @Override
    public synchronized void rewindTo(String repository, RecoveryPoint point) {
        requireKept(point);
        GiteaNames.requireSafe(repository);
        if (!mirrors.has(point, repository)) {
            throw new IllegalArgumentException("recovery point " + point + " holds no repository " + repository);
        }
        mirroring("put " + repository + " back to " + point, () -> rewind().one(repository, point));
        present().renewIncarnation();
    }

    @Override
    public synchronized void lose() {
        endPresent();
        present = GiteaContainer.begin(engine, port, address());
    }

    @Override
    public synchronized void kill() {
        present().box().kill();
    }

    @Override
    public synchronized void start() {
        present().startAgain();
    }

    /** Stops every process of the server where it is: connections stay open and nothing answers. */
    public synchronized Outage pause() {
        return present()
                .box()
                .pause(() -> new Witness(
                        "the git server is paused",
                        GiteaApi.answers(port, WITNESS) ? "" : "Gitea does not answer at port " + port));
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return Optional.ofNullable(present).flatMap(life -> life.box().endedByItself());
    }

    @Override
    public synchronized Map<String, String> logs() {
        return present().box().logs();
    }

    @Override
    public synchronized void close() {
        endPresent();
        FileTrees.discard(folder);
    }

    private RepositoryRewind rewind() {
        GiteaContainer life = present();
        Map<String, Map<String, String>> refs = life.refs(life.owner().names());
        return new RepositoryRewind(mirrors, address(), life.owner(), refs::get, wanted -> life.moveRefs(refs, wanted));
    }

    @FunctionalInterface
    private interface Mirroring {
        void run() throws IOException, GitAPIException;
    }

    private void mirroring(String what, Mirroring work) {
        try {
            work.run();
        } catch (IOException | GitAPIException refused) {
            throw new EnvironmentFailure(
                    "The git server could not " + what + ": " + refused.getMessage() + "\nIts log ends:\n"
                            + present().box().tail(),
                    refused);
        }
    }

    private void requireKept(RecoveryPoint point) {
        if (!mirrors.has(point)) {
            throw new IllegalArgumentException("the git server has no recovery point " + point);
        }
    }

    private GiteaContainer requirePresent(String repository) {
        GiteaNames.requireSafe(repository);
        GiteaContainer life = present();
        if (!life.has(repository)) {
            throw new IllegalArgumentException("the git server has no repository " + repository);
        }
        return life;
    }

    private void endPresent() {
        GiteaContainer ended = present;
        if (ended != null) {
            present = null;
            ended.end();
        }
    }

    /** For tests that do on the server what nobody can do from outside. */
    synchronized GiteaContainer life() {
        return present();
    }

    private GiteaContainer present() {
        if (present == null) {
            throw new EnvironmentFailure("The git server does not run: it was closed, or its last start failed");
        }
        return present;
    }
}
