package dev.firedrill.recovery.align;

import dev.firedrill.recovery.cluster.RepositoryStatus;
import dev.firedrill.recovery.model.Repository;

/**
 * How a pass ended for one Repository.
 *
 * @param status what to say about it; whether its time is to move is up to whoever writes it
 * @param aligned whether its rows are in line with git, removals that wait for confirmation apart
 * @param unreachable whether git did not answer or did not let us in
 * @param changed whether anything of it was changed in a store
 * @param failed whether a store refused something, so that the pass has to be repeated
 */
public record RepositoryOutcome(
        Repository repository,
        RepositoryStatus status,
        boolean aligned,
        boolean unreachable,
        boolean changed,
        boolean failed) {}
