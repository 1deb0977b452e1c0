package dev.firedrill.proof.differential;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.workload.world.Owner;
import dev.firedrill.workload.world.RepositoryState;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import dev.firedrill.workload.world.VariantState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in the recovery's words what the fixtures say in theirs, and the reverse. */
final class ModelMapper {
    static final String NAMESPACE = "paper";
    private static final String GROUP = "config.porch.kpt.dev/v1alpha1";
    private static final String KIND = "PackageVariant";
    private static final String WORD = "word";
    private static final Instant TIME = Instant.EPOCH;

    private ModelMapper() {}

    static Repository repository(RepositoryState state) {
        return held(state.name(), state.uid(), url(state.gitName()), state.branch(), false);
    }

    static Repository held(Repository like) {
        return held(like.name(), like.uid(), like.url(), like.branch(), true);
    }

    private static Repository held(String name, String uid, String url, String branch, boolean held) {
        var finalizers =
                held ? ",\"finalizers\":[\"" + dev.firedrill.recovery.port.Cluster.REPOSITORY_FINALIZER + "\"]" : "";
        var json = "{\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"" + uid + "\"" + finalizers + "}}";
        return new Repository(
                NAMESPACE,
                name,
                uid,
                1,
                false,
                url,
                branch,
                false,
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                json);
    }

    static Variant variant(VariantState state) {
        return new Variant(
                NAMESPACE,
                state.name(),
                state.uid(),
                1,
                false,
                state.upstream().repository(),
                state.upstream().packagePath(),
                Optional.of(state.upstream().workspace()),
                state.downstreamRepository(),
                state.downstreamPackage(),
                state.adoption() == VariantState.Adoption.EXISTING,
                false,
                state.labels(),
                state.annotations(),
                Map.of(),
                "{}");
    }

    static RevisionName name(RevisionId id) {
        return new RevisionName(new PackageName(NAMESPACE, id.repository(), id.packagePath()), id.workspace());
    }

    static RevisionId id(RevisionName name) {
        return new RevisionId(name.repository(), name.packageName().path(), name.workspace());
    }

    /** A row as the cache holds it. */
    static CachedRevision row(RevisionState state, RepositoryState repository, Optional<GitLock> upstream) {
        return new CachedRevision(
                name(state.id()),
                state.revision(),
                Lifecycle.of(state.lifecycle().text()),
                false,
                new Metadata(
                        state.labels(), state.annotations(), owners(state.owners()), List.of(), TIME, Optional.empty()),
                content(state.contentHash(), upstream),
                Optional.empty(),
                "",
                lock(state, repository),
                TIME,
                "");
    }

    /** What git says of a published revision or a placeholder. */
    static GitRevision published(RevisionState state, RepositoryState repository, Optional<GitLock> upstream) {
        return new GitRevision(
                name(state.id()),
                state.revision(),
                lock(state, repository),
                content(state.contentHash(), upstream),
                Optional.empty(),
                TIME,
                "");
    }

    /** What git says of a draft or proposal that has a branch. */
    static GitDraft draft(RevisionState state, RepositoryState repository, Optional<GitLock> upstream) {
        return new GitDraft(
                name(state.id()),
                Lifecycle.of(state.lifecycle().text()),
                lock(state, repository),
                content(state.contentHash(), upstream),
                Optional.empty(),
                TIME);
    }

    /** Where a revision lies; equal contents at equal places have equal commits. */
    static GitLock lock(RevisionState state, RepositoryState repository) {
        var path = state.id().packagePath();
        if (!state.lifecycle().published()) {
            var ref = "drafts/" + path + "/" + state.id().workspace();
            return new GitLock(url(repository.gitName()), path, ref, GitLock.NOT_PUSHED);
        }
        var ref = state.placeholder() ? repository.branch() : state.tagName();
        var commit = "commit of " + state.id() + " at " + ref + " with " + state.contentHash();
        return new GitLock(url(repository.gitName()), path, ref, commit);
    }

    static PackageContent content(String word, Optional<GitLock> upstream) {
        var kptfile = upstream.map(lock -> "upstreamLock: {type: git, git: {repo: \"" + lock.repository()
                        + "\", directory: \"" + lock.directory() + "\", ref: \"" + lock.ref() + "\", commit: \""
                        + lock.commit() + "\"}}\n")
                .orElse("");
        return PackageContent.of(Map.of("Kptfile", "kind: Kptfile\n" + kptfile, WORD, word));
    }

    /** What the public API would show of a row. */
    static RevisionState state(CachedRevision row) {
        return new RevisionState(
                id(row.name()),
                dev.firedrill.workload.world.Lifecycle.of(row.lifecycle().text()),
                row.revision(),
                String.valueOf(row.content().files().get(WORD)),
                new TreeMap<>(row.metadata().labels()),
                new TreeMap<>(row.metadata().annotations()),
                row.metadata().owners().stream()
                        .map(owner -> new Owner(owner.name(), owner.uid()))
                        .collect(Collectors.toSet()));
    }

    private static List<OwnerReference> owners(Set<Owner> owners) {
        // Sets have another order in every process, and the same seed must repeat everything.
        return owners.stream()
                .sorted(Comparator.comparing(Owner::name).thenComparing(Owner::uid))
                .map(ModelMapper::reference)
                .toList();
    }

    static OwnerReference reference(Owner owner) {
        return new OwnerReference(GROUP, KIND, owner.name(), owner.uid(), true, true);
    }

    private static String url(String gitName) {
        return "http://git/" + gitName;
    }
}
