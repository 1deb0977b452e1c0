package dev.firedrill.environments.git.existing;

import dev.firedrill.environments.git.RepositoryNames;
import dev.firedrill.environments.git.gitea.GiteaApi;
import dev.firedrill.environments.git.gitea.GiteaMirrors;
import dev.firedrill.environments.git.gitea.GiteaOwner;
import dev.firedrill.environments.git.gitea.RepositoryKeeper;
import dev.firedrill.environments.git.gitea.RepositoryRewind;
import dev.firedrill.environments.interlock.Guard;
import dev.firedrill.environments.interlock.Interlock;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * The git server as an owner on somebody else's: its repositories come and go through the server's API or the operator's
 * commands, everything else goes over git's own protocol. A kept point is a mirror of every repository on this machine.
 * Losing removes the owner's repositories; the server itself is not ours. Closing leaves the owner as it was found. Safe
 * for use by several threads.
 */
public final class ExistingGitServer implements GitServer {
    private final Target.Git git;
    private final RemoteGit remote;
    private final MarkedGit store;
    private final Guard guard;
    private final Path folder;
    private final GiteaMirrors mirrors;
    private final Product product;
    private boolean closed;

    private ExistingGitServer(Target.Git git, RepositoryKeeper keeper, ProcessSupervisor supervisor) {
        this.git = git;
        remote = new RemoteGit(address());
        store = new MarkedGit(remote, keeper);
        guard = new Guard(store);
        folder = supervisor.directory(supervisor.newName("existing-git"));
        mirrors = new GiteaMirrors(folder);
        product = new Product("existing", keeper.product(), keeper.version(), true);
        guard.claim();
    }

    /**
     * Takes the target's owner, through Gitea's API or the commands that the target names.
     *
     * @param supervisor holds the mirrors of kept points
     * @throws Refused when it has repositories
     * @throws EnvironmentFailure when it cannot be used
     */
    public static ExistingGitServer open(Interlock interlock, ProcessSupervisor supervisor) {
        Target.Git git = where(interlock);
        return new ExistingGitServer(
                git,
                git.commands()
                        .<RepositoryKeeper>map(commands -> new CommandedRepositoryKeeper(git, commands))
                        .orElseGet(() -> GiteaOwner.of(
                                GiteaApi.withPassword(git.server(), git.user(), git.password()), git.owner())),
                supervisor);
    }

    /** As {@link #open(Interlock, ProcessSupervisor)}, with repositories that somebody else founds and removes. */
    public static ExistingGitServer open(Interlock interlock, RepositoryKeeper keeper, ProcessSupervisor supervisor) {
        return new ExistingGitServer(where(interlock), keeper, supervisor);
    }

    private static Target.Git where(Interlock interlock) {
        return Interlock.required(interlock.target().git(), "git server", "git.url and its login");
    }

    @Override
    public Product product() {
        return product;
    }

    @Override
    public GitAddress address() {
        return new GitAddress(git.url(), git.user(), git.password());
    }

    @Override
    public InetSocketAddress endpoint() {
        URI where = URI.create(git.url());
        int usual = where.getScheme().equals("https") ? 443 : 80;
        return InetSocketAddress.createUnresolved(where.getHost(), where.getPort() < 0 ? usual : where.getPort());
    }

    @Override
    public GitAddress addressThrough(InetSocketAddress link) {
        return link.equals(endpoint()) ? address() : through(git, link);
    }

    static GitAddress through(Target.Git git, InetSocketAddress link) {
        if (git.url().startsWith("https:")) {
            throw new EnvironmentFailure("The git server at " + git.url() + " cannot be reached through a link: its"
                    + " certificate names another host than the link's; use --links none, or give its http URL");
        }
        String moved = git.url().replaceFirst("//[^/]+", "//" + link.getHostString() + ":" + link.getPort());
        return new GitAddress(moved, git.user(), git.password());
    }

    @Override
    public String incarnation() {
        return guard.incarnation();
    }

    @Override
    public synchronized void create(String repository) {
        requireFree(repository);
        if (repositories().contains(repository)) {
            throw new IllegalArgumentException("the git server has a repository " + repository + " already");
        }
        store.drills().create(repository);
    }

    @Override
    public synchronized void remove(String repository) {
        change("remove a repository of", repository, () -> store.drills().delete(repository));
    }

    @Override
    public synchronized void empty(String repository) {
        change("empty a repository of", repository, () -> {
            store.drills().delete(repository);
            store.drills().create(repository);
        });
    }

    @Override
    public synchronized void dropTags(String repository) {
        change(
                "drop tags of",
                repository,
                () -> remote.delete(
                        repository,
                        refs(repository).keySet().stream()
                                .filter(ref -> ref.startsWith("refs/tags/"))
                                .toList()));
    }

    @Override
    public synchronized Set<String> repositories() {
        return store.drills().names();
    }

    @Override
    public Map<String, String> refs(String repository) {
        requireFree(repository);
        return remote.refs(repository)
                .orElseThrow(() -> new IllegalArgumentException("the git server has no repository " + repository));
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        if (mirrors.has(point)) {
            throw new IllegalArgumentException("the git server has a recovery point " + point + " already");
        }
        mirroring(
                "keep " + point + " of",
                () -> mirrors.keep(point, store.drills().repositories(), address()));
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        requireKept(point);
        guard.require("put back");
        mirroring("put back to " + point, () -> rewind().all(point));
        guard.renew();
    }

    @Override
    public synchronized void rewindTo(String repository, RecoveryPoint point) {
        requireKept(point);
        requireFree(repository);
        if (!mirrors.has(point, repository)) {
            throw new IllegalArgumentException("recovery point " + point + " holds no repository " + repository);
        }
        guard.require("put back a repository of");
        mirroring("put " + repository + " back to " + point + " on", () -> rewind().one(repository, point));
        guard.renew();
    }

    @Override
    public synchronized void lose() {
        guard.require("lose");
        store.wipe();
        guard.renew();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            FileTrees.discard(folder);
            guard.require("clear");
            store.wipe();
            store.unplant();
        }
    }

    private RepositoryRewind rewind() {
        return new RepositoryRewind(mirrors, address(), store.drills(), this::refs, RepositoryRewind.OUT_OF_REACH);
    }

    private void change(String act, String repository, Runnable change) {
        refs(repository);
        guard.require(act);
        change.run();
        guard.renew();
    }

    private void requireKept(RecoveryPoint point) {
        if (!mirrors.has(point)) {
            throw new IllegalArgumentException("the git server has no recovery point " + point);
        }
    }

    private static void requireFree(String repository) {
        RepositoryNames.requireSafe(repository);
        if (repository.equals(MarkedGit.MARKER)) {
            throw new IllegalArgumentException("the repository " + repository + " holds the interlock's marker");
        }
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
                    "Could not " + what + " " + store.title() + ": " + refused.getMessage()
                            + "; see that the server runs and that " + git.user() + " may write there",
                    refused);
        }
    }
}
