package dev.firedrill.recovery.git;

import dev.firedrill.recovery.git.clone.LocalClone;
import dev.firedrill.recovery.git.clone.WorkDirectory;
import dev.firedrill.recovery.git.push.DraftPushes;
import dev.firedrill.recovery.git.push.Publication;
import dev.firedrill.recovery.git.push.Pushes;
import dev.firedrill.recovery.git.scan.DraftBranch;
import dev.firedrill.recovery.git.scan.DraftScanner;
import dev.firedrill.recovery.git.scan.Listing;
import dev.firedrill.recovery.git.scan.Scanner;
import dev.firedrill.recovery.git.scan.TagName;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.transport.GitHttp;
import dev.firedrill.recovery.git.transport.GitHttpSettings;
import dev.firedrill.recovery.git.transport.Isolation;
import dev.firedrill.recovery.git.transport.Manners;
import dev.firedrill.recovery.git.transport.Remote;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.GitView.Problem;
import dev.firedrill.recovery.model.LeftOut;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Git repositories through JGit, with a bare clone for each URL. The clones are a cache: they may be deleted whenever no
 * process uses them, and a damaged one is made anew.
 */
public final class JGitRepositories implements GitRepositories, AutoCloseable {
    private final WorkDirectory workDirectory;
    private final CredentialsSource credentials;
    private final Journal journal;
    private final Clock clock;
    private final boolean mayCreateBranches;
    private final boolean pushesDrafts;
    private final GitHttpSettings settings;
    private final Optional<SSLSocketFactory> sockets;
    private final Manners manners;
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
        this.manners = new Manners(clock);
        this.workDirectory = WorkDirectory.claim(workDirectory);
        this.credentials = credentials;
        this.journal = journal;
        this.clock = clock;
        this.mayCreateBranches = mayCreateBranches;
        this.pushesDrafts = pushesDrafts;
    }

    @Override
    public GitView look(Repository repository) {
        try {
            return with(repository, (clone, remote) -> lookAt(repository, clone, remote));
        } catch (GitFailure e) {
            return e.answer();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A repository that no reader copes with must not keep the others from being read.
            return GitFailure.notUnderstood(repository.url(), e).answer();
        }
    }

    private GitView.Readable lookAt(Repository repository, LocalClone clone, Remote remote)
            throws GitFailure, IOException {
        ObjectId head = head(repository, clone, remote);
        String version = clone.version();
        // Several Repositories may share a URL, each with its own directory or branch.
        String key = String.join("\n", repository.namespace(), repository.name(), repository.directory()) + "\n"
                + repository.branch();
        Optional<Listing> before = Optional.ofNullable(clone.listings().get(key));
        Optional<Listing.Listed> known = before.flatMap(listing -> listing.at(version));
        Listing.Listed found = known.isPresent() ? known.get() : list(repository, clone, head, before);
        if (known.isEmpty()) {
            clone.listings().put(key, Listing.of(version, head, found));
        }
        return new GitView.Readable(version, head.name(), found.revisions(), found.drafts(), found.leftOut());
    }

    private Listing.Listed list(Repository repository, LocalClone clone, ObjectId head, Optional<Listing> before)
            throws GitFailure, IOException {
        try (RevWalk commits = new RevWalk(clone.repository())) {
            Scanner scanner = new Scanner(repository, commits, clone.tolerance(), before);
            DraftScanner drafts = new DraftScanner(repository, commits, clone.tolerance());
            List<GitRevision> revisions = scanner.revisions(clone.refs(), head);
            List<GitDraft> branches = pushesDrafts ? drafts.drafts(clone.refs()) : List.of();
            List<LeftOut> leftOut = new ArrayList<>(scanner.leftOut());
            leftOut.addAll(drafts.leftOut());
            leftOut.addAll(missing(repository, clone));
            return new Listing.Listed(revisions, branches, leftOut);
        }
    }

    /** Revisions and drafts of the Repository that the server lists and did not send. */
    private static List<LeftOut> missing(Repository repository, LocalClone clone) {
        List<LeftOut> missing = new ArrayList<>();
        clone.missing().forEach((ref, why) -> {
            String name = ref.replaceFirst("^refs/(tags|heads)/", "");
            Optional<String> path = ref.startsWith("refs/tags/")
                    ? TagName.of(name, repository.directory()).map(TagName::path)
                    : DraftBranch.LIFECYCLES.stream()
                            .flatMap(each -> DraftBranch.at(ref, each, repository.directory()).stream())
                            .findFirst()
                            .map(branch -> branch.path(repository.directory()));
            path.ifPresent(
                    each -> missing.add(new LeftOut(LeftOut.Kind.UNREAD, name, "", each, "it did not come: " + why)));
        });
        return missing;
    }

    private ObjectId head(Repository repository, LocalClone clone, Remote remote) throws GitFailure, IOException {
        boolean create = repository.createBranch();
        try {
            clone.refresh(remote);
        } catch (GitFailure e) {
            if (e.answer().problem() != Problem.EMPTY || !create) {
                throw e;
            }
        }
        String lost = clone.missing().get("refs/heads/" + repository.branch());
        if (lost != null) {
            throw new GitFailure(
                    Problem.UNREACHABLE,
                    "git repository " + GitFailure.withoutSecret(repository.url())
                            + " was reached but did not send branch '" + repository.branch() + "': " + lost);
        }
        Optional<ObjectId> head = branch(repository, clone);
        if (head.isEmpty() && create && !mayCreateBranches) {
            // What a pass would find after it has created the branch.
            return ObjectId.zeroId();
        }
        if (head.isEmpty() && create) {
            new Pushes(clone, remote, clock).createBranch(repository.branch());
            journal.step(Step.BRANCH_CREATED, repository.name());
            clone.refresh(remote);
            head = branch(repository, clone);
        }
        return head.orElseThrow(() -> new GitFailure(
                Problem.BRANCH_MISSING,
                "git repository " + GitFailure.withoutSecret(repository.url()) + " has no branch '"
                        + repository.branch()
                        + "'; restore it, correct spec.git.branch, or set spec.git.createBranch."));
    }

    private static Optional<ObjectId> branch(Repository repository, LocalClone clone) {
        return Optional.ofNullable(clone.refs().get("refs/heads/" + repository.branch()));
    }

    @Override
    public GitRevision publish(Repository repository, CachedRevision revision, int number, String author) {
        return change(
                repository,
                (clone, remote) -> new Publication(repository, revision, number, author)
                        .run(new Pushes(clone, remote, clock), () -> lookAt(repository, clone, remote)));
    }

    @Override
    public GitRevision placeholder(Repository repository, CachedRevision revision) {
        return change(
                repository,
                (clone, remote) -> lookAt(repository, clone, remote).revisions().stream()
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
            head(repository, clone, remote);
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
                            () -> head(repository, clone, remote));
            return path;
        });
    }

    @Override
    public boolean syncDraft(Repository repository, RevisionName name, Supplier<Optional<CachedRevision>> row) {
        return pushesDrafts
                && change(
                        repository,
                        (clone, remote) -> new DraftPushes(clone, new Pushes(clone, remote, clock))
                                .settle(repository, name, row.get(), () -> head(repository, clone, remote)));
    }

    private <T> T change(Repository repository, Work<T> work) {
        try {
            return with(repository, work);
        } catch (GitFailure e) {
            throw new GitUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T with(Repository repository, Work<T> work) throws GitFailure {
        Remote remote = new Remote(repository.url(), login(repository), new GitHttp(settings, sockets), manners);
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
                        Problem.UNAUTHORIZED,
                        "Secret '" + secret + "' with the login for git repository "
                                + GitFailure.withoutSecret(repository.url())
                                + " is not there or holds no login; restore it or correct spec.git.secretRef.");
            }
            return login;
        } catch (ClusterUnavailable e) {
            throw new GitFailure(Problem.UNREACHABLE, "Secret '" + secret + "' cannot be read: " + e.getMessage());
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
