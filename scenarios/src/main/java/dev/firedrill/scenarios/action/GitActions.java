package dev.firedrill.scenarios.action;

import dev.firedrill.faults.DraftBranchPush;
import dev.firedrill.faults.GitTampering;
import dev.firedrill.faults.RepositoryObjects;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.run.CurrentOutcome;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.git.GitRemote;
import dev.firedrill.workload.world.GitTag;
import dev.firedrill.workload.world.RevisionId;

/** What people do to git repositories past the orchestrator, and to Repositories because of it. */
public final class GitActions {
    private final CurrentRun run;
    private final CurrentOutcome outcome;

    public GitActions(CurrentRun run, CurrentOutcome outcome) {
        this.run = run;
        this.outcome = outcome;
    }

    /** A Repository asks for its package branch to be created where it is missing. */
    public void askForBranch(String repository) {
        try (RepositoryObjects objects = objects()) {
            objects.askForBranch(repository);
        }
    }

    /** A git repository has branches for drafts and proposals, as some Porch installations push them. */
    public void pushDraftBranches(String repository) {
        ScenarioRun told = run.get();
        new DraftBranchPush(told.workbench().git())
                .push(
                        repository,
                        told.ledger().stateAt(RecoveryPoint.DISASTER).rows().values().stream()
                                .filter(state -> state.id().repository().equals(repository))
                                .filter(state -> !state.lifecycle().published())
                                .toList());
    }

    /** Points the tag of a published package revision at other content. */
    public void moveTag(String packageName) {
        ScenarioRun told = run.get();
        told.recovery().startAndSettle();
        RevisionId id = PackageNames.named(packageName);
        GitTag tag = told.ledger().stateAt(RecoveryPoint.DISASTER).git().get(id.repository()).tags().values().stream()
                .filter(one -> one.packagePath().equals(packageName))
                .findFirst()
                .orElseThrow(() -> new EnvironmentFailure("The history has no tag of " + packageName));
        new GitTampering(told.workbench().git()).moveTag(id.repository(), tag);
        outcome.settleAndLook();
    }

    /** Pushes a package whose tree has a path that leaves it. */
    public void pushHostileTree(String repository) {
        ScenarioRun told = run.get();
        told.recovery().startAndSettle();
        new GitTampering(told.workbench().git()).pushHostileTree(repository);
        outcome.settleAndLook();
    }

    /** A git repository moves to another URL; its Repository is deleted and created while the orchestrator is running. */
    public void moveWatched(String repository) {
        run.get().recovery().startAndSettle();
        try (RepositoryObjects objects = objects()) {
            objects.replace(repository, movedTo(repository));
        }
        outcome.settleAndLook();
    }

    /** The same while no orchestrator is running. */
    public void moveUnwatched(String repository) {
        try (RepositoryObjects objects = objects()) {
            objects.replaceUnseen(repository, movedTo(repository));
        }
        run.get().recovery().startAndSettle();
        outcome.settleAndLook();
    }

    /** A repository with everything that the first one has, under another name on the same server. */
    private String movedTo(String repository) {
        String moved = repository + "-moved";
        ScenarioRun told = run.get();
        told.workbench().createGitRepository(moved);
        new GitRemote(told.workbench().git()).copy(repository, moved);
        return told.workbench().gitAsSeenByOrchestrator().repositoryUrl(moved);
    }

    private RepositoryObjects objects() {
        return new RepositoryObjects(run.get().workbench().cluster());
    }
}
