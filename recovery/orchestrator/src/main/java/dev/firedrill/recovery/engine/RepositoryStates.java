package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.OwnerReference;

/** What the last pass over the stores knows of each repository. */
public interface RepositoryStates {
    /**
     * How the repository stands.
     *
     * @throws Refused when the control plane was not read yet, so that nothing can be said
     */
    RepositoryState of(String repository);

    /**
     * Whether the owner is there, as far as anybody has looked. Users are not shown an owner that is not: whoever collects
     * garbage would delete the revision for it. The cache keeps the reference until the owner of that name is back.
     */
    default boolean lives(OwnerReference owner) {
        return true;
    }
}
