package dev.firedrill.recovery.fake;

import dev.firedrill.recovery.engine.ChangeListener;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.engine.User;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.RevisionName;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine over stores in memory, with two aligned repositories: {@code blue} and {@code edge}. */
public final class EngineFixture {
    public final FakeCache cache = new FakeCache();
    public final FakeGit git = new FakeGit();
    public final Map<String, RepositoryState> states = new ConcurrentHashMap<>();
    public final AtomicInteger wakes = new AtomicInteger();
    public final AtomicInteger doubts = new AtomicInteger();
    public final PackageEngine engine;

    public EngineFixture() {
        this(Journal.none());
    }

    public EngineFixture(Journal journal) {
        states.put("blue", new RepositoryState.Aligned(Samples.repository("blue")));
        states.put("edge", new RepositoryState.Aligned(Samples.repository("edge")));
        engine = new PackageEngine(
                cache,
                git,
                name -> states.getOrDefault(
                        name, new RepositoryState.Absent("no Repository '" + name + "' is registered")),
                Samples.NAMESPACE,
                journal,
                Clock.systemUTC(),
                new ChangeListener() {
                    @Override
                    public void rowsChanged() {
                        wakes.incrementAndGet();
                    }

                    @Override
                    public void storesMayDisagree() {
                        doubts.incrementAndGet();
                    }
                });
    }

    public CachedRevision draft(String repository, String path, String workspace) {
        return engine.create(Requests.init(repository, path, workspace), User.nobody());
    }

    public CachedRevision proposed(String repository, String path, String workspace) {
        CachedRevision draft = draft(repository, path, workspace);
        return engine.update(draft.name().objectName(), Requests.change(draft, Lifecycle.PROPOSED), User.nobody());
    }

    public CachedRevision published(String repository, String path, String workspace) {
        return approve(proposed(repository, path, workspace), Lifecycle.PUBLISHED);
    }

    /** A published revision as a tag such as {@code upf/v3.0.0} makes it, in a package that is there: it has no number. */
    public CachedRevision semantic(CachedRevision sibling, String version) {
        RevisionName name = new RevisionName(sibling.name().packageName(), version);
        String tag = sibling.lock().directory() + "/" + version;
        String commit = String.format("%040x", version.hashCode() & 0xffffffffL);
        GitLock lock = new GitLock(sibling.lock().repository(), sibling.lock().directory(), tag, commit);
        CachedRevision row = new CachedRevision(
                name,
                -1,
                Lifecycle.PUBLISHED,
                false,
                Metadata.none(Instant.EPOCH),
                sibling.content(),
                Optional.empty(),
                "",
                lock,
                Instant.EPOCH,
                "");
        cache.insert(row);
        git.tags.put(
                tag, new GitRevision(name, -1, lock, row.content(), Optional.empty(), Instant.EPOCH, "x@example.org"));
        return row;
    }

    public CachedRevision approve(CachedRevision row, Lifecycle to) {
        return engine.approve(row.name().objectName(), Optional.empty(), to, new User("alice"));
    }
}
