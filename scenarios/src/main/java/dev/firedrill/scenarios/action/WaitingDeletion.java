package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.snapshot.PublicApiFacts;
import dev.firedrill.oracle.snapshot.Snapshot;
import dev.firedrill.oracle.snapshot.Subject;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.history.Workload;
import dev.firedrill.workload.porch.Answer;
import dev.firedrill.workload.porch.Deletion;
import dev.firedrill.workload.world.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A package revision that somebody deleted and that stays, because it has finalizers. */
public final class WaitingDeletion {
    private final ScenarioRun run;
    private final RevisionId revision;

    private WaitingDeletion(ScenarioRun run, RevisionId revision) {
        this.run = run;
        this.revision = revision;
    }

    /** Deletes a package of the history. */
    static WaitingDeletion of(ScenarioRun run, String packageName) {
        RevisionId revision = PackageNames.named(packageName);
        run.recovery().beforeTheDisaster(() -> delete(run, revision));
        run.keepDisaster();
        return new WaitingDeletion(run, revision);
    }

    private static void delete(ScenarioRun run, RevisionId revision) {
        Answer<Deletion> answer = new Workload(run.workbench().porch(), run.ledger()).delete(revision);
        if (!answer.result().equals(Optional.of(Deletion.WAITS_FOR_FINALIZERS))) {
            throw new EnvironmentFailure("The deletion of " + revision.objectName() + " does not wait: "
                    + answer.result().map(Deletion::toString).orElse(answer.summary()));
        }
    }

    /** The public API says since when it is to be deleted and for whom it waits, and its files are there. */
    public void stillWaits() {
        Snapshot now = run.observe().facts();
        Subject answered = PublicApiFacts.subject(
                PublicApiFacts.REVISION, run.workbench().cluster().namespace(), revision.objectName());
        claim("whether " + revision.objectName() + " says since when it is to be deleted")
                .isEqual(now.value(answered, "metadata.deletionTimestamp").isPresent(), true);
        claim("whether " + revision.objectName() + " says for whom it waits")
                .isEqual(now.value(answered, "metadata.finalizers[0]").isPresent(), true);
    }

    /** Whoever put the finalizers there takes them away, and it is in no store any more. */
    public void goesWhenReleased() {
        Answer<Deletion> released = new Workload(run.workbench().porch(), run.ledger()).release(revision);
        claim("what comes of taking the finalizers of " + revision.objectName() + " away: " + released.summary())
                .isEqual(released.result(), Optional.of(Deletion.REMOVED));
        run.recovery().anotherPass();
        Observation now = run.observe();
        run.outcome(now).gone(revision.packagePath());
        List<String> tags = now.git().get(revision.repository()).state().tags().entrySet().stream()
                .filter(tag -> tag.getValue().packagePath().equals(revision.packagePath()))
                .map(Map.Entry::getKey)
                .toList();
        claim("tags of " + revision.packagePath()).isSame(tags, List.of());
    }
}
