package dev.firedrill.recovery.git;

import dev.firedrill.recovery.git.clone.LocalClone;
import dev.firedrill.recovery.git.clone.WorkDirectory;
import dev.firedrill.recovery.git.push.DraftPushes;
import dev.firedrill.recovery.git.push.Publication;
import dev.firedrill.recovery.git.push.Pushes;
import dev.firedrill.recovery.git.scan.TagName;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.transport.GitHttp;
import dev.firedrill.recovery.git.transport.GitHttpSettings;
import dev.firedrill.recovery.git.transport.Isolation;
import dev.firedrill.recovery.git.transport.Remote;
import dev.firedrill.recovery.git.transport.ServerBackoff;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.GitView.Obstacle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.Credentials;
import dev.firedrill.recovery.port.CredentialsSource;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.GitUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Git repositories through JGit, with a bare clone for each URL. The clones are a cache: they may be deleted whenever no
 * process uses them, and a damaged one is made anew.
 */
public final class JGitRepositories implements GitRepositories, AutoCloseable {
    private final WorkDirectory workDirectory;
    private final CredentialsSource credentials;
    private final RevisionLister lister;
    private final Clock clock;
    private final boolean pushesDrafts;
    private final GitHttpSettings settings;
    private final Optional<SSLSocketFactory> sockets;
    private final ServerBackoff backoff;
    private final Map<String, LocalClone> clones = new ConcurrentHashMap<>();

    /**
     * @param mayCreateBranches false for a plan that is only to be printed: a missing branch is then taken for a new one
     * @param pushesDrafts whether drafts and proposals have branches; where not, those that are there are not even read
     */
    public JGitRepositories(
            Path workDirectory,
            CredentialsSource credentials,
            Journal journal,
            Clock clock,
            boolean mayCreateBranches,
            boolean pushesDrafts) {
        this(workDirectory, credentials, journal, clock, mayCreateBranches, pushesDrafts, GitHttpSettings.USUAL);
    }

    /**
     * The same with other patience and other authorities than the usual ones.
     *
     * @throws UncheckedIOException when the file of authorities cannot be used
     */
    public JGitRepositories(
            Path workDirectory,
            CredentialsSource credentials,
            Journal journal,
            Clock clock,
            boolean mayCreateBranches,
            boolean pushesDrafts,
            GitHttpSettings settings) {
        Isolation.install();
        this.settings = settings;
        this.sockets = GitHttp.sockets(settings);
        this.backoff = new ServerBackoff(clock);
        this.workDirectory = WorkDirectory.claim(workDirectory);
        this.credentials = credentials;
        this.lister = new RevisionLister(journal, clock, mayCreateBranches, pushesDrafts);
        this.clock = clock;
        this.pushesDrafts = pushesDrafts;
    }

    @Override
    public GitView look(Repository repository) {
        try {
            return with(repository, (clone, remote) -> lister.look(repository, clone, remote));
        } catch (GitFailure e) {
            return e.answer();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A repository that no reader copes with must not keep the others from being read.
            return GitFailure.notUnderstood(repository.url(), e).answer();
        }
    }

    @Override
    public GitRevision publish(Repository repository, CachedRevision revision, int number, String author) {
        return change(
                repository,
                (clone, remote) -> new Publication(repository, revision, number, author)
                        .run(new Pushes(clone, remote, clock), () -> lister.look(repository, clone, remote)));
    }

    @Override
    public GitRevision placeholder(Repository repository, CachedRevision revision) {
        return change(
                repository,
                (clone, remote) -> lister.look(repository, clone, remote).revisions().stream()
                        .filter(each ->
                                each.isPlaceholder() && each.lock().ref().equals(repository.branch()))
                        .filter(each ->
                                each.name().packageName().equals(revision.name().packageName()))
                        .findFirst()
                        .orElseThrow(() -> new GitRefused("branch '" + repository.branch() + "' of "
                                + GitFailure.withoutSecret(repository.url()) + " does not hold package "
                                + revision.name().packageName().path() + ".")));
    }

    @Override
    public void deleteTag(Repository repository, GitLock lock) {
        change(repository, (clone, remote) -> {
            lister.head(repository, clone, remote);
            new Pushes(clone, remote, clock).deleteTag(lock);
            return lock;
        });
    }

    @Override
    public void deleteDirectory(Repository repository, CachedRevision placeholder) {
        String path = placeholder.name().packageName().path();
        change(repository, (clone, remote) -> {
            new Pushes(clone, remote, clock)
                    .deleteDirectory(
                            repository.branch(),
                            TagName.full(repository.directory(), path),
                            () -> lister.head(repository, clone, remote));
            return path;
        });
    }

    @Override
    public boolean syncDraft(Repository repository, RevisionName name, Supplier<Optional<CachedRevision>> row) {
        return pushesDrafts
                && change(
                        repository,
                        (clone, remote) -> new DraftPushes(clone, new Pushes(clone, remote, clock))
                                .settle(repository, name, row.get(), () -> lister.head(repository, clone, remote)));
    }

    private <T> T change(Repository repository, Work<T> work) {
        try {
            return with(repository, work);
        } catch (GitFailure e) {
            throw new GitUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T with(Repository repository, Work<T> work) throws GitFailure {
        Remote remote = new Remote(repository.url(), login(repository), new GitHttp(settings, sockets), backoff);
        LocalClone clone = clone(repository.url());
        clone.lock().lock();
        try {
            clone.tolerance().lookAgain();
            try {
                return work.run(clone, remote);
            } catch (IOException e) {
                // Failures of the network are a GitFailure. This one means that the clone, a mere cache, is damaged.
                clone.renew();
                return work.run(clone, remote);
            }
        } catch (IOException e) {
            throw clone.damaged(e);
        } finally {
            clone.lock().unlock();
        }
    }

    private Optional<Credentials> login(Repository repository) throws GitFailure {
        if (repository.secretName().isEmpty()) {
            return Optional.empty();
        }
        String secret = repository.secretName().get();
        try {
            Optional<Credentials> login = credentials.of(secret);
            if (login.isEmpty()) {
                throw new GitFailure(
                        Obstacle.UNAUTHORIZED,
                        "Secret '" + secret + "' with the login for git repository "
                                + GitFailure.withoutSecret(repository.url())
                                + " is not there or holds no login; restore it or correct spec.git.secretRef.");
            }
            return login;
        } catch (ClusterUnavailable e) {
            throw new GitFailure(Obstacle.UNREACHABLE, "Secret '" + secret + "' cannot be read: " + e.getMessage());
        }
    }

    private LocalClone clone(String url) throws GitFailure {
        synchronized (clones) {
            LocalClone known = clones.get(url);
            if (known != null) {
                return known;
            }
            try {
                LocalClone made = new LocalClone(url, workDirectory.path());
                clones.put(url, made);
                return made;
            } catch (IOException e) {
                throw GitFailure.ofThisMachine(url, "the work directory cannot be written", e);
            }
        }
    }

    @Override
    public void close() {
        clones.values().forEach(LocalClone::close);
        workDirectory.close();
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(LocalClone clone, Remote remote) throws GitFailure, IOException;
    }
}
