package dev.firedrill.scenarios.action;

import dev.firedrill.faults.DraftBranchPush;
import dev.firedrill.faults.RepositoryObjects;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.run.ScenarioContext;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.git.GitRemote;
import dev.firedrill.workload.gitops.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** What people do to git, to Repositories and to the cache besides the disaster. */
public final class OperatorActions {
    private final ScenarioContext rehearsal;
    private final ScenarioRun told;
    private final PointInTimeScenario timeTravel;
    private final WatchOnlyOrchestrator watchfulness;
    private Optional<WaitingDeletion> deletion = Optional.empty();

    public OperatorActions(ScenarioContext rehearsal, ScenarioRun told, WatchOnlyOrchestrator watchfulness) {
        this.rehearsal = rehearsal;
        this.told = told;
        this.timeTravel = new PointInTimeScenario(rehearsal, told);
        this.watchfulness = watchfulness;
    }

    /** Work whose time is known, and what comes of putting the cache back to a time. */
    public PointInTimeScenario timeTravel() {
        return timeTravel;
    }

    /** An orchestrator that looks only when it is told to. */
    public WatchOnlyOrchestrator watchfulness() {
        return watchfulness;
    }

    /** Deletes a package revision that finalizers hold. */
    public void deleteWithFinalizers(String packageName) {
        deletion = Optional.of(WaitingDeletion.of(told, packageName));
    }

    /** A package whose tag is a version and no number. */
    public VersionedPackage versioned(String path) {
        return new VersionedPackage(told, path);
    }

    /** The deletion that waits for finalizers. */
    public WaitingDeletion deletion() {
        return deletion.orElseThrow(() -> new EnvironmentFailure("Nothing was deleted in this scenario"));
    }

    /** Registers a Repository of the disaster again, on a control plane that does not know it. */
    public void registerAgain(String repository) {
        register(repository);
        rehearsal.settleAndLook();
    }

    /** The same without telling the orchestrator to look. */
    public void register(String repository) {
        told.recovery()
                .applyAtOnce(new Manifests(told.story().manifests(RecoveryPoint.DISASTER).objects().stream()
                        .filter(object -> isRepository(object, repository))
                        .toList()));
    }

    /** All objects of a cluster that was lost come back, except for one Repository. */
    public void everythingComesBackBut(String repository) {
        told.recovery()
                .applyAtOnce(new Manifests(told.story().manifests(RecoveryPoint.DISASTER).objects().stream()
                        .filter(object -> !isRepository(object, repository))
                        .toList()));
        rehearsal.settleAndLook();
    }

    /** A PackageVariant of the disaster is made again, on a control plane that does not have it. */
    public void makeAgain(String variant) {
        told.recovery()
                .applyAtOnce(new Manifests(told.story().manifests(RecoveryPoint.DISASTER).objects().stream()
                        .filter(object -> object.getKind().equals("PackageVariant")
                                && object.getMetadata().getName().equals(variant))
                        .toList()));
        rehearsal.settleAndLook();
    }

    /** Every git repository of the history. */
    public List<String> gitRepositories() {
        return told.story().gitRepositories();
    }

    /** A Repository asks for its package branch to be created where it is missing. */
    public void askForBranch(String repository) {
        try (RepositoryObjects objects = objects()) {
            objects.askForBranch(repository);
        }
    }

    /** A git repository has branches for drafts and proposals, as some Porch installations push them. */
    public void pushDraftBranches(String repository) {
        new DraftBranchPush(told.workbench().git())
                .push(
                        repository,
                        told.ledger().stateAt(RecoveryPoint.DISASTER).rows().values().stream()
                                .filter(state -> state.id().repository().equals(repository))
                                .filter(state -> !state.lifecycle().published())
                                .toList());
    }

    /** A git repository moves to another URL; its Repository is deleted and created while the orchestrator looks on. */
    public void moveWatched(String repository) {
        told.recovery().startAndSettle();
        try (RepositoryObjects objects = objects()) {
            objects.replace(repository, movedTo(repository));
        }
        rehearsal.settleAndLook();
    }

    /** The same while no orchestrator runs. */
    public void moveUnwatched(String repository) {
        try (RepositoryObjects objects = objects()) {
            objects.replaceUnseen(repository, movedTo(repository));
        }
        told.recovery().startAndSettle();
        rehearsal.settleAndLook();
    }

    private static boolean isRepository(HasMetadata object, String name) {
        return object.getKind().equals("Repository")
                && object.getMetadata().getName().equals(name);
    }

    /** A repository with everything that the first one has, under another name on the same server. */
    private String movedTo(String repository) {
        String moved = repository + "-moved";
        told.workbench().createGitRepository(moved);
        GitRemote remote = new GitRemote(told.workbench().git());
        try (Repository local = GitRemote.inMemory()) {
            remote.fetch(repository, local);
            Map<String, ObjectId> refs = new TreeMap<>();
            remote.refs(repository).orElseThrow().forEach((name, id) -> {
                if (name.startsWith("refs/heads/") || name.startsWith("refs/tags/")) {
                    refs.put(name, ObjectId.fromString(id));
                }
            });
            remote.push(moved, local, refs);
        }
        return told.workbench().gitAsSeenByOrchestrator().repositoryUrl(moved);
    }

    private RepositoryObjects objects() {
        return new RepositoryObjects(told.workbench().cluster());
    }
}
