package dev.firedrill.environments.git.gitea;

import dev.firedrill.environments.docker.ContainerStore;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.process.FileTrees;
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
import org.eclipse.jgit.api.errors.GitAPIException;

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

    private final Engine engine;
    private final Path folder;
    private final GiteaMirrors mirrors;
    private final int port;
    private final String secret = Secrets.random();
    private final String version;
    private final ContainerStore<GiteaContainer> store = new ContainerStore<>("The git server");

    private ContainerGitServer(Engine engine, ProcessSupervisor supervisor) {
        this.engine = engine;
        port = engine.ports().free();
        folder = supervisor.directory(supervisor.newName("gitea"));
        mirrors = new GiteaMirrors(folder);
        version = store.replace(this::emptyGitea).version();
    }

    /**
     * Starts a server without repositories on a free port of 127.0.0.1.
     *
     * @param supervisor holds the mirrors of kept points
     * @throws EnvironmentFailure when it does not come up
     */
    public static ContainerGitServer open(Engine engine, ProcessSupervisor supervisor) {
        return new ContainerGitServer(engine, supervisor);
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
        return store.containerId();
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
        GiteaContainer gitea = requirePresent(repository);
        gitea.delete(repository);
        gitea.create(repository);
        gitea.renewIncarnation();
    }

    @Override
    public synchronized void dropTags(String repository) {
        GiteaContainer gitea = requirePresent(repository);
        gitea.disk().dropTags(repository);
        gitea.renewIncarnation();
    }

    @Override
    public synchronized boolean setRef(Set<String> repositories, String ref, String id) {
        repositories.forEach(GiteaNames::requireSafe);
        return present().disk().setRef(repositories, ref, id);
    }

    @Override
    public synchronized Set<String> repositories() {
        return present().owner().names();
    }

    @Override
    public synchronized Map<String, String> refs(String repository) {
        return requirePresent(repository).disk().refs(Set.of(repository)).get(repository);
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
        store.replace(this::emptyGitea);
    }

    @Override
    public synchronized void kill() {
        store.kill();
    }

    @Override
    public synchronized void start() {
        store.startAgain();
    }

    /** Stops every process of the server where it is: connections stay open and nothing answers. */
    public synchronized Outage pause() {
        return store.pause(gitea -> new Witness(
                "the git server is paused",
                GiteaApi.answers(port, WITNESS) ? "" : "Gitea does not answer at port " + port));
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return store.endedByItself();
    }

    @Override
    public synchronized Map<String, String> logs() {
        return store.logs();
    }

    @Override
    public synchronized void close() {
        store.destroy();
        FileTrees.discard(folder);
    }

    private RepositoryRewind rewind() {
        GiteaContainer gitea = present();
        Map<String, Map<String, String>> refs = gitea.disk().refs(gitea.owner().names());
        return new RepositoryRewind(
                mirrors,
                address(),
                gitea.owner(),
                refs::get,
                wanted -> gitea.disk().moveRefs(refs, wanted));
    }

    @FunctionalInterface
    private interface MirrorTask {
        void run() throws IOException, GitAPIException;
    }

    private void mirroring(String what, MirrorTask work) {
        try {
            work.run();
        } catch (IOException | GitAPIException refused) {
            throw new EnvironmentFailure(
                    "The git server could not " + what + ": " + refused.getMessage() + "\nIts log ends:\n"
                            + present().container().tail(),
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
        GiteaContainer gitea = present();
        if (!gitea.has(repository)) {
            throw new IllegalArgumentException("the git server has no repository " + repository);
        }
        return gitea;
    }

    private GiteaContainer emptyGitea() {
        return GiteaContainer.start(engine, port, address());
    }

    /** For tests that work inside of the container. */
    synchronized GiteaContainer gitea() {
        return present();
    }

    private GiteaContainer present() {
        return store.present();
    }
}
