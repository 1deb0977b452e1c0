package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.port.Cluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Three stores in memory, to which plans are applied as the real ones would take them, refusals included. */
final class PlanModel {
    static final String NS = "ns";
    static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    final Map<String, Repository> objects = new TreeMap<>();
    final Map<String, String> invalid = new TreeMap<>();
    final List<Variant> variants = new ArrayList<>();
    final Map<String, GitView> git = new TreeMap<>();
    final Map<String, CachedRepository> repositories = new TreeMap<>();
    final Map<RevisionName, CachedRevision> rows =
            new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    final List<CachedRevision> rescued = new ArrayList<>();
    Consent consent = Consent.none();
    boolean pushesDrafts;
    double threshold = RulesPlanner.USUAL_THRESHOLD;

    Plan plan() {
        fixLatestFlags();
        return new RulesPlanner(threshold, pushesDrafts)
                .plan(new ObservedState(
                        NS,
                        new ClusterView(List.copyOf(objects.values()), variants, invalid, "1"),
                        git,
                        List.copyOf(repositories.values()),
                        List.copyOf(rows.values()),
                        consent));
    }

    /** Plans, applies, and insists that nothing is left to do. */
    Plan recover() {
        Plan plan = plan();
        new PlanModelApplier(this).apply(plan);
        Plan second = plan();
        if (!second.isEmpty()) {
            throw new AssertionError("a second plan is not empty: " + second.actions());
        }
        return plan;
    }

    /** Gives the latest flag to the highest number of each package, as the triggers of the cache do. */
    void fixLatestFlags() {
        rows.replaceAll((name, row) -> row.withLatest(row.revision() > 0
                && rows.values().stream()
                        .noneMatch(other -> other.revision() > row.revision()
                                && other.name().packageName().equals(name.packageName()))));
    }

    void register(Repository object) {
        Optional<CachedRepository> before = Optional.ofNullable(repositories.get(object.name()));
        repositories.put(
                object.name(),
                new CachedRepository(
                        NS,
                        object.name(),
                        object.uid(),
                        object.directory(),
                        object.branch(),
                        object.json(),
                        before.map(CachedRepository::removalAwaits).orElse(false),
                        before.map(CachedRepository::draftsKnown).orElse(false)));
    }

    /** The branch that a row has where drafts are pushed. */
    static GitDraft branch(CachedRevision row) {
        return new GitDraft(row.name(), row.lifecycle(), row.lock(), row.content(), row.originTask(), row.updated());
    }

    /** Git has these branches of drafts, and publishes what it published before. */
    void branches(String repository, GitDraft... drafts) {
        GitView.Readable view = (GitView.Readable) git.get(repository);
        git.put(repository, new GitView.Readable(view.version(), view.head(), view.revisions(), List.of(drafts)));
    }

    /** A Repository that is held and registered. */
    Repository settled(String name) {
        Repository object = object(name, "uid-" + name, "", "main", false, Map.of());
        objects.put(name, object);
        register(object);
        git(name);
        return object;
    }

    static Repository object(
            String name, String uid, String directory, String branch, boolean deleting, Map<String, String> notes) {
        return object(
                new Repository(
                        NS,
                        name,
                        uid,
                        1,
                        deleting,
                        "http://git/" + name,
                        branch,
                        false,
                        directory,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        notes,
                        ""),
                true);
    }

    static Repository object(Repository like, boolean held) {
        String finalizers = held ? "\"finalizers\":[\"" + Cluster.REPOSITORY_FINALIZER + "\"]," : "";
        String json = "{\"metadata\":{" + finalizers + "\"uid\":\"" + like.uid() + "\"},\"spec\":{\"d\":\""
                + like.directory() + "\"}}";
        return new Repository(
                like.namespace(),
                like.name(),
                like.uid(),
                like.generation(),
                like.deleting(),
                like.url(),
                like.branch(),
                like.createBranch(),
                like.directory(),
                like.secretName(),
                like.deployment(),
                like.runOnceAt(),
                like.author(),
                like.annotations(),
                json);
    }

    void git(String repository, GitRevision... revisions) {
        git.put(repository, new GitView.Readable("v", "head", List.of(revisions)));
    }

    void row(CachedRevision row) {
        rows.put(row.name(), row);
    }

    CachedRevision row(String objectName) {
        return rows.values().stream()
                .filter(row -> row.name().objectName().equals(objectName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + objectName + " in " + rows.keySet()));
    }

    static RevisionName name(String repository, String path, String workspace) {
        return new RevisionName(new PackageName(NS, repository, path), workspace);
    }

    static PackageContent content(String text) {
        return PackageContent.of(Map.of("Kptfile", "kind: Kptfile\n", "f", text));
    }

    static GitRevision tag(RevisionName name, int number, String text) {
        String path = name.packageName().path();
        return new GitRevision(
                name,
                number,
                lock(name, path + "/v" + number, "c-" + text),
                content(text),
                Optional.empty(),
                AT,
                "ann");
    }

    static GitRevision head(RevisionName any, String text) {
        RevisionName name = new RevisionName(any.packageName(), "main");
        return new GitRevision(name, -1, lock(name, "main", "c-" + text), content(text), Optional.empty(), AT, "ann");
    }

    private static GitLock lock(RevisionName name, String ref, String commit) {
        return new GitLock("http://git/" + name.repository(), name.packageName().path(), ref, commit);
    }

    /** The row that belongs to a revision in git. */
    static CachedRevision published(GitRevision git, Lifecycle lifecycle) {
        return RowRule.fromGit(git).withLifecycle(lifecycle, git.revision());
    }

    static CachedRevision unpublished(RevisionName name, Lifecycle lifecycle, String text) {
        return new CachedRevision(
                name,
                0,
                lifecycle,
                false,
                Metadata.none(AT),
                content(text),
                Optional.empty(),
                "",
                lock(name, "drafts/" + name.packageName().path() + "/" + name.workspace(), GitLock.NOT_PUSHED),
                AT,
                "u");
    }

    static CachedRevision labelled(CachedRevision row, String value) {
        return row.withMetadata(row.metadata().withLabels(Map.of("team", value)));
    }

    static OwnerReference owner(String variant, String uid) {
        return new OwnerReference("config.porch.kpt.dev/v1alpha1", "PackageVariant", variant, uid, true, true);
    }

    static Variant variant(String name, String uid, String repository, String path) {
        return new Variant(
                NS,
                name,
                uid,
                1,
                false,
                "up",
                "p",
                Optional.of("w"),
                repository,
                path,
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                "{}");
    }
}
