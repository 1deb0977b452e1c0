package dev.firedrill.scenarios.action;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.assertion.Expect;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.history.StandardHistory;
import dev.firedrill.workload.history.VariantChanges;
import dev.firedrill.workload.history.Workload;
import dev.firedrill.workload.ledger.Change;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.porch.Answer;
import dev.firedrill.workload.porch.Deletion;
import dev.firedrill.workload.porch.NewRevision;
import dev.firedrill.workload.porch.Origin;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.Map;
import java.util.Optional;

/** What people do with a published package revision whose tag is a version such as {@code v3.0.0} and no number. */
public final class VersionedPackage {
    private static final String VARIANT = "follows-a-version";

    private final ScenarioRun run;
    private final Workload workload;
    private final RevisionId revision;

    VersionedPackage(ScenarioRun run, String path) {
        this.run = run;
        this.workload = new Workload(run.workbench().porch(), run.ledger());
        this.revision = run.ledger().latest().rows().values().stream()
                .filter(state -> state.id().packagePath().equals(path))
                .filter(state -> state.tagged() && state.revision() < 0)
                .map(RevisionState::id)
                .findFirst()
                .orElseThrow(() -> new EnvironmentFailure("The history has no version of " + path));
        run.recovery().startAndSettle();
    }

    /** Publishes a copy in another repository and the next revision of the same package; a PackageVariant follows. */
    public void buildUpon() {
        RevisionId copy = new RevisionId(StandardHistory.PACKAGES, "copy-of-a-version", "first");
        publish(copy, new Origin.CloneOf(revision.objectName()));
        derived(copy);
        publish(
                new RevisionId(revision.repository(), revision.packagePath(), "next"),
                new Origin.EditOf(revision.objectName()));
        RevisionId draft = VariantChanges.follow(run.workbench(), VARIANT, revision);
        Wait.until(
                "the PackageVariant " + VARIANT + " to make its draft",
                Patience.START,
                () -> workload.observeDerived(draft, revision).done());
        run.recovery().anotherPass();
        run.keepDisaster();
    }

    /** Proposes its deletion and deletes it. */
    public void delete() {
        insist("propose the deletion of", workload.proposeDeletion(revision));
        Answer<Deletion> answer = workload.delete(revision);
        insist("delete", answer);
        if (!answer.result().equals(Optional.of(Deletion.REMOVED))) {
            throw new EnvironmentFailure("The deletion of " + revision.objectName() + " waits for somebody");
        }
        run.keepDisaster();
    }

    private void publish(RevisionId id, Origin origin) {
        insist("make " + id.objectName() + " of", workload.create(new NewRevision(id, origin, Map.of(), Map.of())));
        insist("propose " + id.objectName() + " made of", workload.propose(id));
        insist("approve " + id.objectName() + " made of", workload.approve(id));
    }

    private void derived(RevisionId copy) {
        run.ledger().done("workload", Operation.OBSERVE, copy.objectName(), new Change.Derived(copy, revision));
    }

    private void insist(String what, Answer<?> answer) {
        Expect.claim("whether people can " + what + " " + revision.objectName() + ": " + answer.summary())
                .isEqual(answer.done(), true);
    }
}
