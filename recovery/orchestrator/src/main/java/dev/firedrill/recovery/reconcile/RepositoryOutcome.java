package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import java.util.Set;

/**
 * How a pass ended for one Repository.
 *
 * @param status what to say about it; whether its time moves is decided by the writer of the status
 * @param aligned whether its rows are in line with git, removals that wait for confirmation apart
 * @param unreachable whether git did not answer or did not let us in
 * @param changed whether anything of it was changed in a store
 * @param failed whether a store did not do what it was asked, so that the pass has to be repeated
 * @param usable whether it is aligned and nothing but single package revisions stands in the way of its being ready
 * @param hindered names of package revisions that are not as they should be, beside which all others go on
 */
public record RepositoryOutcome(
        Repository repository,
        RepositoryStatus status,
        boolean aligned,
        boolean unreachable,
        boolean changed,
        boolean failed,
        boolean usable,
        Set<String> hindered) {
    public RepositoryOutcome {
        hindered = Set.copyOf(hindered);
    }
}
