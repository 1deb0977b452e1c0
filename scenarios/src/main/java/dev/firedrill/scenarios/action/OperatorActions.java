package dev.firedrill.scenarios.action;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.run.CurrentOutcome;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.workload.gitops.Manifests;
import java.util.Optional;

/** What people do to objects of the control plane and to package revisions, besides the disaster. */
public final class OperatorActions {
    private static final String REPOSITORY = "Repository";

    private final CurrentRun run;
    private final CurrentOutcome outcome;
    private final WatchOnlyOrchestrator watcher;
    private Optional<WaitingDeletion> deletion = Optional.empty();

    public OperatorActions(CurrentRun run, CurrentOutcome outcome, WatchOnlyOrchestrator watcher) {
        this.run = run;
        this.outcome = outcome;
        this.watcher = watcher;
    }

    /** Deletes a package revision that finalizers hold. */
    public void deleteWithFinalizers(String packageName) {
        deletion = Optional.of(WaitingDeletion.of(run.get(), packageName));
    }

    /** The deletion that waits for finalizers. */
    public WaitingDeletion deletion() {
        return deletion.orElseThrow(() -> new EnvironmentFailure("Nothing was deleted in this scenario"));
    }

    /** A package whose tag is a version and no number. */
    public VersionedPackage versioned(String path) {
        return new VersionedPackage(run.get(), path);
    }

    /** Registers a Repository of the disaster again, on a control plane that does not know it. */
    public void registerAgain(String repository) {
        apply(manifests().only(REPOSITORY, repository));
        if (!watcher.begun()) {
            outcome.settleAndLook();
        }
    }

    /** All objects of a control plane that was lost come back, except for one Repository. */
    public void applyAllBut(String repository) {
        apply(manifests().without(REPOSITORY, repository));
        outcome.settleAndLook();
    }

    /** A PackageVariant of the disaster is made again, on a control plane that does not have it. */
    public void makeAgain(String variant) {
        apply(manifests().only("PackageVariant", variant));
        outcome.settleAndLook();
    }

    private Manifests manifests() {
        return run.get().story().manifests(RecoveryPoint.DISASTER);
    }

    private void apply(Manifests chosen) {
        run.get().recovery().applyAtOnce(chosen);
    }
}
