package dev.firedrill.environments.git.embedded;

import dev.firedrill.environments.git.RepositoryNames;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.PackedVersions;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Instrumented;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * A git server inside the harness: real git over smart HTTP in front of bare repositories on disk. Fetch, push, atomic
 * push and the deletion of refs work as git's own client expects; there is no web page and no REST API. A kept point is
 * a mirror of every ref and object. Losing, replacing or rewinding one repository counts as a new incarnation too.
 *
 * <p>Killing ends its port, its connections and whatever pushes have not changed a ref yet; its threads are the
 * harness's. Safe for use by several threads.
 */
public final class EmbeddedGitServer implements GitServer, Killable, Instrumented {
    private static final String USER = "porch";

    private final Path folder;
    private final BareRepositories repositories;
    private final Mirrors mirrors;
    private final Traffic traffic = new Traffic();
    private final RequestCount requests = new RequestCount();
    private final int port;
    private final String password = Secrets.random();
    private final boolean checkObjects;
    private @Nullable SmartHttp http;
    private boolean closed;

    private EmbeddedGitServer(ProcessSupervisor supervisor, boolean checkObjects) {
        this.checkObjects = checkObjects;
        folder = supervisor.directory(supervisor.newName("git-server"));
        repositories = new BareRepositories(folder.resolve("repositories"));
        mirrors = new Mirrors(folder.resolve("kept"), repositories);
        port = supervisor.ports().free();
    }

    /**
     * Starts a server without repositories on a free port of 127.0.0.1. It stores any object that is sent, as common
     * servers do by default.
     *
     * @param supervisor holds its files
     */
    public static EmbeddedGitServer open(ProcessSupervisor supervisor) {
        return open(supervisor, false);
    }

    /** As {@link #open}, but pushes with objects that git's own client would not write are refused. */
    public static EmbeddedGitServer openChecking(ProcessSupervisor supervisor) {
        return open(supervisor, true);
    }

    private static EmbeddedGitServer open(ProcessSupervisor supervisor, boolean checkObjects) {
        EmbeddedGitServer opened = new EmbeddedGitServer(supervisor, checkObjects);
        opened.onDisk("make an empty git server", () -> {
            opened.beginEmpty();
            return true;
        });
        opened.start();
        return opened;
    }

    @Override
    public Product product() {
        return new Product("embedded", "git smart HTTP (JGit)", PackedVersions.of("jgit"), true);
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
        return new GitAddress("http://" + link.getHostString() + ":" + link.getPort(), USER, password);
    }

    @Override
    public String incarnation() {
        return onDisk("read the identity of the git server", () -> Files.readString(incarnationFile()));
    }

    @Override
    public Map<String, Long> asked() {
        return requests.asked();
    }

    @Override
    public void create(String repository) {
        RepositoryNames.requireSafe(repository);
        onDisk("create the repository " + repository, () -> {
            if (repositories.has(repository)) {
                throw new IllegalArgumentException("the git server has a repository " + repository + " already");
            }
            repositories.create(repository);
            return true;
        });
    }

    @Override
    public void remove(String repository) {
        change(repository, "remove", () -> repositories.remove(repository));
    }

    @Override
    public void empty(String repository) {
        change(repository, "empty", () -> {
            repositories.remove(repository);
            repositories.create(repository);
        });
    }

    @Override
    public void dropTags(String repository) {
        change(repository, "drop the tags of", () -> repositories.dropTags(repository));
    }

    @Override
    public Set<String> repositories() {
        return onDisk("list the repositories", repositories::names);
    }

    @Override
    public Map<String, String> refs(String repository) {
        requirePresent(repository);
        return onDisk("read the refs of " + repository, () -> repositories.refs(repository));
    }

    /**
     * Writes a commit with one file past every check, as an intruder on the server's disk could.
     *
     * @param ref what then points to the commit, such as {@code refs/heads/main}
     * @param names the tree entries from the root to the file, as they are: {@code ..} and {@code a/b} included
     * @return the id of the commit
     */
    public String plant(String repository, String ref, List<String> names, String content) {
        requirePresent(repository);
        return onDisk("plant a file in " + repository, () -> {
            try (Repository open = repositories.open(repository)) {
                return PlantedTree.plant(open, ref, names, content);
            }
        });
    }

    @Override
    public void keep(RecoveryPoint point) {
        onDisk("keep recovery point " + point + " of the git server", () -> {
            mirrors.keep(point);
            return true;
        });
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        mirrors.requireKept(point);
        replaceAll("rewind the git server to " + point, () -> {
            mirrors.restore(point);
            return renewIncarnation();
        });
    }

    @Override
    public void rewindTo(String repository, RecoveryPoint point) {
        mirrors.requireKept(point, RepositoryNames.requireSafe(repository));
        onDisk("rewind the repository " + repository + " to " + point, () -> {
            mirrors.restore(point, repository);
            traffic.replaced(repository);
            return renewIncarnation();
        });
    }

    @Override
    public synchronized void lose() {
        replaceAll("lose the git server", this::beginEmpty);
    }

    @Override
    public synchronized void kill() {
        if (http != null) {
            http.close();
            http = null;
        }
        // A push whose connection has just ended may still be at work on a thread of ours; a killed server's would not.
        onDisk("end pushes under way", () -> {
            traffic.replacedAll();
            return true;
        });
    }

    @Override
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException("the git server is closed");
        }
        if (http == null) {
            http = SmartHttp.open(port, address(), repositories, traffic, requests, checkObjects);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        kill();
        closed = true;
        FileTrees.discard(folder);
    }

    private void change(String repository, String what, DiskChange change) {
        requirePresent(repository);
        onDisk(what + " the repository " + repository, () -> {
            change.make();
            traffic.replaced(repository);
            return renewIncarnation();
        });
    }

    /** Connections end, as they do when a server is exchanged; the port is closed for some milliseconds. */
    private void replaceAll(String what, Traffic.Work<Boolean> fill) {
        kill();
        onDisk(what, () -> {
            FileTrees.delete(repositories.folder());
            return fill.run();
        });
        start();
    }

    private boolean beginEmpty() throws IOException {
        Files.createDirectories(repositories.folder());
        return renewIncarnation();
    }

    private boolean renewIncarnation() throws IOException {
        Files.writeString(incarnationFile(), UUID.randomUUID().toString());
        return true;
    }

    private Path incarnationFile() {
        return folder.resolve("incarnation");
    }

    private void requirePresent(String repository) {
        RepositoryNames.requireSafe(repository);
        if (!repositories.has(repository)) {
            throw new IllegalArgumentException("the git server has no repository " + repository);
        }
    }

    private <T> T onDisk(String what, Traffic.Work<T> work) {
        try {
            return traffic.hold(work);
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "Could not " + what + " in " + folder + ": " + refused.getMessage() + "; see that there is room",
                    refused);
        }
    }

    @FunctionalInterface
    private interface DiskChange {
        void make() throws IOException;
    }
}
