package dev.firedrill.scenarios.action;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.run.CurrentOutcome;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.gitops.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.Predicate;

/** What people do to objects of the control plane and to package revisions, besides the disaster. */
public final class OperatorActions {
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
        apply(object -> isRepository(object, repository));
        if (!watcher.begun()) {
            outcome.settleAndLook();
        }
    }

    /** All objects of a control plane that was lost come back, except for one Repository. */
    public void applyAllBut(String repository) {
        apply(object -> !isRepository(object, repository));
        outcome.settleAndLook();
    }

    /** A PackageVariant of the disaster is made again, on a control plane that does not have it. */
    public void makeAgain(String variant) {
        apply(object -> object.getKind().equals("PackageVariant")
                && object.getMetadata().getName().equals(variant));
        outcome.settleAndLook();
    }

    private void apply(Predicate<HasMetadata> chosen) {
        ScenarioRun told = run.get();
        told.recovery()
                .applyAtOnce(new Manifests(told.story().manifests(RecoveryPoint.DISASTER).objects().stream()
                        .filter(chosen)
                        .toList()));
    }

    private static boolean isRepository(HasMetadata object, String name) {
        return object.getKind().equals("Repository")
                && object.getMetadata().getName().equals(name);
    }
}
