package dev.firedrill.recovery.plan;

/** What an action does, as a sentence without its subject: what an operator reads before a plan is applied. */
final class ActionText implements ActionVisitor<String> {
    static final ActionText INSTANCE = new ActionText();

    private static final String RESCUED_FIRST = "; its content is rescued first";

    private ActionText() {}

    @Override
    public String hold(Action.Hold action) {
        return "is held, so that its deletion rescues its drafts";
    }

    @Override
    public String register(Action.Register action) {
        return "is registered as the control plane has it";
    }

    @Override
    public String move(Action.Move action) {
        return "moves from directory '" + action.before().directory() + "' and branch '"
                + action.before().branch() + "' to directory '"
                + action.object().directory() + "' and branch '"
                + action.object().branch() + "'";
    }

    @Override
    public String insert(Action.Insert action) {
        return action.revision().lifecycle().isPublished()
                ? "returns from git as revision " + action.revision().revision()
                        + action.kept()
                                .map(rescued -> ", with the metadata that " + rescued.set() + " kept")
                                .orElse("")
                : "returns from its branch in git as "
                        + action.revision().lifecycle().text() + ", without metadata";
    }

    @Override
    public String publish(Action.Publish action) {
        return "is a stale " + action.seen().lifecycle().text() + " and becomes Published, revision "
                + action.wanted().revision() + ", as in git" + (action.rescue() ? RESCUED_FIRST : "");
    }

    @Override
    public String clean(Action.Clean action) {
        return "no longer keeps the login of a URL";
    }

    @Override
    public String align(Action.Align action) {
        return "is aligned with git: " + action.why() + (action.rescue() ? RESCUED_FIRST : "");
    }

    @Override
    public String adopt(Action.Adopt action) {
        return "is owned again by its PackageVariant, which came back with a new UID";
    }

    @Override
    public String remove(Action.Remove action) {
        return "goes to the rescue set: " + action.why();
    }

    @Override
    public String removeConfirmed(Action.RemoveConfirmed action) {
        return "loses " + action.rows().size() + " published revisions to the rescue set, as confirmed: "
                + action.why();
    }

    @Override
    public String drop(Action.Drop action) {
        return "is a placeholder without a directory on the package branch and goes";
    }

    @Override
    public String await(Action.Await action) {
        return "waits for confirmation before " + action.count() + " published revisions go";
    }

    @Override
    public String clearPendingRemoval(Action.ClearPendingRemoval action) {
        return "no longer waits for confirmation of a removal";
    }

    @Override
    public String syncDraftBranch(Action.SyncDraftBranch action) {
        return action.why() + (action.rescue().isPresent() ? "; what the branch holds is rescued first" : "");
    }

    @Override
    public String knowDrafts(Action.KnowDrafts action) {
        return "has all drafts that git had branches of";
    }

    @Override
    public String fixLatestFlag(Action.FixLatestFlag action) {
        return "gets its latest flag on its highest revision alone";
    }

    @Override
    public String rescueRepository(Action.RescueRepository action) {
        return "goes to the rescue set with all its revisions: " + action.why();
    }
}
