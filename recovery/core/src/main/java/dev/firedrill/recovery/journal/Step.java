package dev.firedrill.recovery.journal;

/** The steps of the recovery that change a store, or stand between two changes of different stores. */
public enum Step {
    /** A pass over all stores began. */
    PASS_STARTED("pass.started"),
    /** A repository's row was written. */
    REPOSITORY_REGISTERED("repository.registered"),
    /** A Repository got our finalizer. */
    REPOSITORY_HELD("repository.held"),
    /** A repository's row was made anew for another directory or branch. */
    REPOSITORY_MOVED("repository.moved"),
    /** A Repository whose rows were rescued lost our finalizer. */
    REPOSITORY_RELEASED("repository.released"),
    /** The cache remembers that a removal waits for confirmation. */
    REMOVAL_AWAITS("removal.awaits"),
    /** The cache forgets that a removal waited for confirmation. */
    REMOVAL_SETTLED("removal.settled"),
    /** A package branch was created in git. */
    BRANCH_CREATED("git.branch-created"),
    /** A revision was inserted into the cache from git. */
    REVISION_INSERTED("cache.inserted"),
    /** A revision's row was brought in line with git. */
    REVISION_ALIGNED("cache.aligned"),
    /** A placeholder without a directory was deleted from the cache. */
    PLACEHOLDER_DROPPED("cache.dropped"),
    /** The latest flag of a package was put right. */
    LATEST_SETTLED("cache.latest-settled"),
    /** A revision was moved from the cache into a rescue set. */
    REVISION_RESCUED("cache.rescued"),
    /** A repository's rows were moved into a rescue set. */
    REPOSITORY_RESCUED("repository.rescued"),
    /** A revision's owners were brought in line with its PackageVariant. */
    REVISION_ADOPTED("variant.adopted"),
    /** A PackageVariant made or upgraded a draft. */
    DRAFT_MADE("variant.draft-made"),
    /** A Repository's or PackageVariant's status was written. */
    STATUS_WRITTEN("status.written"),
    /** A user's change to a row was written. */
    USER_WROTE("user.wrote"),
    /** The branches of a draft or proposal in git were made what its row asks for. */
    DRAFT_PUSHED("git.draft-pushed"),
    /** The cache remembers that it has the drafts of which git had branches. */
    DRAFTS_KNOWN("cache.drafts-known"),
    /** An approval was pushed to git; its row is not yet written. */
    APPROVAL_PUSHED("approval.pushed"),
    /** An approval's row was written. */
    APPROVAL_WRITTEN("approval.written"),
    /** A deletion removed the tag; its row is not yet removed. */
    DELETION_PUSHED("deletion.pushed"),
    /** A pass over all stores ended. */
    PASS_COMPLETED("pass.completed");

    private final String text;

    Step(String text) {
        this.text = text;
    }

    /**
     * The step of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Step of(String text) {
        for (Step step : values()) {
            if (step.text.equals(text)) {
                return step;
            }
        }
        throw new IllegalArgumentException("there is no step '" + text + "'");
    }

    /** The name of the step in journals and on the command line. */
    public String text() {
        return text;
    }
}
