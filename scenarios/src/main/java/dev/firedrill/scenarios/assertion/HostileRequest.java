package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.workload.porch.Answer;
import dev.firedrill.workload.porch.PackageRevision;
import dev.firedrill.workload.world.RevisionId;

/**
 * A request for a package under a name that was made to do harm.
 *
 * @param asked what was asked for
 * @param answer what the orchestrator said
 */
public record HostileRequest(RevisionId asked, Answer<PackageRevision> answer) {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    /** The request was refused as a bad one, with its name in the reason, or done to the letter. */
    public void refusedOrExact() {
        if (answer instanceof Answer.Done<PackageRevision> done) {
            claim("the name of what was made").isEqual(done.value().id(), asked);
            return;
        }
        boolean refused = answer instanceof Answer.Refused<PackageRevision> no
                && no.status() >= FIRST_REFUSAL
                && no.status() < FIRST_FAILURE;
        claim("whether '" + answer.summary() + "' is a refusal").isEqual(refused, true);
        claim("whether '" + answer.summary() + "' says what it refuses")
                .isEqual(answer.summary().contains(asked.packagePath()), true);
    }
}
