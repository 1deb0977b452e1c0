package dev.firedrill.model;

/**
 * Whether the orchestrator pushes drafts and proposals to branches in git.
 *
 * @param before whether it did until the disaster, so that git has the branches
 * @param after whether it does from the recovery on, so that it reads them and keeps them right
 */
public record DraftBranches(boolean before, boolean after) {
    /** Drafts and proposals are in the package cache alone. */
    public static final DraftBranches NONE = new DraftBranches(false, false);
    /** They have branches, before and after. */
    public static final DraftBranches PUSHED = new DraftBranches(true, true);
    /** They have branches that the orchestrator no longer knows of. */
    public static final DraftBranches LEFT_BEHIND = new DraftBranches(true, false);
    /** They get branches with the recovery. */
    public static final DraftBranches FROM_NOW_ON = new DraftBranches(false, true);

    @Override
    public String toString() {
        if (before == after) {
            return before ? "drafts pushed to git" : "drafts not pushed to git";
        }
        return before ? "drafts no longer pushed to git" : "drafts pushed to git from now on";
    }
}
