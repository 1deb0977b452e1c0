package dev.firedrill.proof.differential;

import dev.firedrill.oracle.expect.SurvivingState;
import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.ObservedState;
import dev.firedrill.workload.world.RepositoryState;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import dev.firedrill.workload.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The three stores after a disaster, in memory and in the recovery's words. */
final class InMemoryStores {
    private final SurvivingState survivors;
    private final Map<String, Repository> objects = new TreeMap<>();
    private final Map<String, Variant> variants = new TreeMap<>();
    private final Map<String, GitView> git = new HashMap<>();
    private final Map<String, CachedRepository> repositories = new TreeMap<>();
    private final InMemoryCache cache = new InMemoryCache();

    /** Git and cache are as the disaster left them; the control plane is empty. */
    InMemoryStores(SurvivingState survivors) {
        this.survivors = survivors;
        survivors.repositories().values().forEach(repository -> git.put(repository.name(), view(repository)));
        survivors
                .remembered()
                .forEach(name ->
                        repositories.put(name, registered(ModelMapper.repository(repositoryOf(name)), false, true)));
        survivors.rows().values().forEach(state -> {
            var repository = repositoryOf(state.id().repository());
            repositories.computeIfAbsent(
                    repository.name(), name -> registered(ModelMapper.repository(repository), false, false));
            cache.put(ModelMapper.row(state, repository, upstream(state.id())));
        });
    }

    InMemoryCache cache() {
        return cache;
    }

    /** What the control plane does not have yet. */
    List<String> missing() {
        var names = new ArrayList<String>();
        survivors.repositories().keySet().forEach(name -> names.add("repository " + name));
        survivors.variants().keySet().forEach(name -> names.add("variant " + name));
        return names;
    }

    /** Objects come back to the control plane. */
    void returned(Collection<String> names) {
        survivors.repositories().forEach((name, state) -> {
            if (names.contains("repository " + name)) {
                objects.put(name, ModelMapper.repository(state));
            }
        });
        survivors.variants().forEach((name, state) -> {
            if (names.contains("variant " + name)) {
                variants.put(name, ModelMapper.variant(state));
            }
        });
    }

    ObservedState observed(Consent consent) {
        return new ObservedState(
                ModelMapper.NAMESPACE,
                new ClusterView(List.copyOf(objects.values()), List.copyOf(variants.values()), Map.of(), "1"),
                git,
                List.copyOf(repositories.values()),
                cache.rows(),
                consent);
    }

    /** The same state with everything in another order. */
    ObservedState shuffled(Consent consent, Random random) {
        var views = new HashMap<String, GitView>();
        git.forEach((name, view) -> views.put(name, shuffled(view, random)));
        return new ObservedState(
                ModelMapper.NAMESPACE,
                new ClusterView(shuffled(objects.values(), random), shuffled(variants.values(), random), Map.of(), "1"),
                views,
                shuffled(repositories.values(), random),
                shuffled(cache.rows(), random),
                consent);
    }

    void hold(String name) {
        objects.computeIfPresent(name, (key, object) -> ModelMapper.held(object));
    }

    void register(String name) {
        var before = Optional.ofNullable(repositories.get(name));
        repositories.put(
                name,
                registered(
                        objects.get(name),
                        before.map(CachedRepository::removalAwaits).orElse(false),
                        before.map(CachedRepository::draftsKnown).orElse(false)));
    }

    void markRemoval(String name, boolean awaits) {
        repositories.computeIfPresent(name, (key, row) -> marked(row, awaits, row.draftsKnown()));
    }

    void knowDrafts(String name) {
        repositories.computeIfPresent(name, (key, row) -> marked(row, row.removalAwaits(), true));
    }

    private static CachedRepository marked(CachedRepository row, boolean awaits, boolean draftsKnown) {
        return new CachedRepository(
                row.namespace(), row.name(), row.uid(), row.directory(), row.branch(), row.json(), awaits, draftsKnown);
    }

    /** A push has made the branches of one draft what its row asks for. */
    void syncDraftBranch(RevisionName name) {
        git.computeIfPresent(name.repository(), (key, view) -> {
            var readable = (GitView.Readable) view;
            var drafts = new ArrayList<>(readable.drafts());
            drafts.removeIf(draft -> draft.name().equals(name));
            cache.rows().stream()
                    .filter(row -> row.name().equals(name) && !row.lifecycle().isPublished())
                    .map(row -> new GitDraft(
                            name, row.lifecycle(), row.lock(), row.content(), row.originTask(), row.updated()))
                    .forEach(drafts::add);
            return new GitView.Readable(readable.version(), readable.head(), readable.revisions(), drafts);
        });
    }

    boolean isRegistered(String repository) {
        return objects.containsKey(repository);
    }

    Collection<Repository> objects() {
        return objects.values();
    }

    List<Variant> variants() {
        return List.copyOf(variants.values());
    }

    Set<String> living() {
        return variants.values().stream().map(Variant::uid).collect(Collectors.toSet());
    }

    private static CachedRepository registered(Repository object, boolean awaits, boolean draftsKnown) {
        return new CachedRepository(
                ModelMapper.NAMESPACE,
                object.name(),
                object.uid(),
                object.directory(),
                object.branch(),
                object.json(),
                awaits,
                draftsKnown);
    }

    private GitView view(RepositoryState repository) {
        var found = survivors.git().get(repository.gitName());
        if (found == null || !found.readable()) {
            return new GitView.Unreadable(GitView.Obstacle.UNREACHABLE, "git of " + repository.name() + " is gone.");
        }
        List<GitRevision> revisions = World.publishedIn(repository, found.state()).values().stream()
                .map(state -> ModelMapper.published(state, repository, upstream(state.id())))
                .toList();
        List<GitDraft> drafts = found.state().drafts().values().stream()
                .map(draft -> draft.asRevisionOf(repository.name()))
                .map(state -> ModelMapper.draft(state, repository, upstream(state.id())))
                .toList();
        return new GitView.Readable("version", "head", revisions, drafts);
    }

    private RepositoryState repositoryOf(String name) {
        return survivors.repositories().getOrDefault(name, RepositoryState.named(name, "uid-" + name));
    }

    /** What the content of a revision says that it was derived from. */
    private Optional<GitLock> upstream(RevisionId id) {
        return Optional.ofNullable(survivors.derivedFrom().get(id)).map(this::lockOf);
    }

    /** Workspaces of upstream revisions are used once, so that any store that knows one knows the content. */
    private GitLock lockOf(RevisionId upstream) {
        var repository = repositoryOf(upstream.repository());
        return survivors.git().values().stream()
                .flatMap(found -> World.publishedIn(repository, found.state()).values().stream())
                .filter(state -> state.id().equals(upstream))
                .findFirst()
                .or(() -> Optional.ofNullable(survivors.rows().get(upstream)).filter(RevisionState::tagged))
                .map(state -> ModelMapper.lock(state, repository))
                .orElse(new GitLock("http://git/elsewhere", upstream.packagePath(), "gone/v1", "gone " + upstream));
    }

    private static GitView shuffled(GitView view, Random random) {
        return view instanceof GitView.Readable readable
                ? new GitView.Readable(
                        readable.version(),
                        readable.head(),
                        shuffled(readable.revisions(), random),
                        shuffled(readable.drafts(), random))
                : view;
    }

    private static <T> List<T> shuffled(Collection<T> items, Random random) {
        var copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }

    List<CachedRevision> shown() {
        return cache.rows().stream()
                .filter(row -> isRegistered(row.name().repository()))
                .toList();
    }
}
