package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies plans to the three stores of a {@link PlanModel}, and refuses what the real ones refuse. */
final class PlanModelApplier implements ActionVisitor<Runnable> {
    private final PlanModel model;

    PlanModelApplier(PlanModel model) {
        this.model = model;
    }

    void apply(Plan plan) {
        plan.actions().forEach(action -> {
            action.accept(this).run();
            model.fixLatestFlags();
        });
    }

    @Override
    public Runnable hold(Action.Hold action) {
        return () -> model.objects.put(action.repository(), PlanModel.object(action.object(), true));
    }

    @Override
    public Runnable register(Action.Register action) {
        return () -> model.register(model.objects.get(action.repository()));
    }

    @Override
    public Runnable move(Action.Move action) {
        return () -> model.register(model.objects.get(action.repository()));
    }

    @Override
    public Runnable insert(Action.Insert action) {
        return () -> insert(action.revision());
    }

    @Override
    public Runnable publish(Action.Publish action) {
        return () -> replace(action.seen(), action.wanted(), action.rescue());
    }

    @Override
    public Runnable clean(Action.Clean action) {
        return () -> replace(action.seen(), action.wanted(), false);
    }

    @Override
    public Runnable align(Action.Align action) {
        return () -> replace(action.seen(), action.wanted(), action.rescue());
    }

    @Override
    public Runnable adopt(Action.Adopt action) {
        return () -> replace(action.seen(), action.wanted(), false);
    }

    @Override
    public Runnable remove(Action.Remove action) {
        return () -> rescueAndRemove(action.seen());
    }

    @Override
    public Runnable removeConfirmed(Action.RemoveConfirmed action) {
        return () -> action.rows().forEach(this::rescueAndRemove);
    }

    @Override
    public Runnable drop(Action.Drop action) {
        return () -> remove(action.seen());
    }

    @Override
    public Runnable await(Action.Await action) {
        return () -> mark(action.repository(), row -> marked(row, true, row.draftsKnown()));
    }

    @Override
    public Runnable clearPendingRemoval(Action.ClearPendingRemoval action) {
        return () -> mark(action.repository(), row -> marked(row, false, row.draftsKnown()));
    }

    @Override
    public Runnable syncDraftBranch(Action.SyncDraftBranch action) {
        return () -> syncDraftBranch(action.repository(), action.name(), action.rescue());
    }

    @Override
    public Runnable knowDrafts(Action.KnowDrafts action) {
        return () -> mark(action.repository(), row -> marked(row, row.removalAwaits(), true));
    }

    @Override
    public Runnable fixLatestFlag(Action.FixLatestFlag action) {
        return () -> {};
    }

    @Override
    public Runnable rescueRepository(Action.RescueRepository action) {
        return () -> rescueRepository(action.repository(), action.release());
    }

    private void insert(CachedRevision row) {
        require(!model.rows.containsKey(row.name()), "row is there");
        put(row);
    }

    private void replace(CachedRevision seen, CachedRevision wanted, boolean rescue) {
        require(
                model.rows.get(seen.name()).withLatest(false).equals(seen.withLatest(false)),
                "row was written meanwhile");
        if (rescue) {
            model.rescued.add(seen);
        }
        model.rows.remove(seen.name());
        put(wanted);
    }

    private void put(CachedRevision row) {
        boolean taken = row.revision() > 0
                && model.rows.values().stream()
                        .anyMatch(other -> other.revision() == row.revision()
                                && other.name().packageName().equals(row.name().packageName()));
        require(!taken, "number " + row.revision() + " of " + row.name() + " is taken");
        require((row.revision() == 0) != row.lifecycle().isPublished(), "impossible revision " + row);
        model.rows.put(row.name(), row);
    }

    private void rescueAndRemove(CachedRevision row) {
        model.rescued.add(row);
        remove(row);
    }

    private void remove(CachedRevision row) {
        require(model.rows.remove(row.name()) != null, "row is not there");
    }

    private void mark(String repository, UnaryOperator<CachedRepository> mark) {
        model.repositories.computeIfPresent(repository, (name, row) -> mark.apply(row));
    }

    private static CachedRepository marked(CachedRepository row, boolean awaits, boolean draftsKnown) {
        return new CachedRepository(
                PlanModel.NS, row.name(), row.uid(), row.directory(), row.branch(), row.json(), awaits, draftsKnown);
    }

    /** Git after a push that made the branches of one draft what its row asks for. */
    private void syncDraftBranch(String repository, RevisionName name, Optional<CachedRevision> rescue) {
        rescue.ifPresent(model.rescued::add);
        GitView.Readable view = (GitView.Readable) model.git.get(repository);
        List<GitDraft> drafts = new ArrayList<>(view.drafts());
        drafts.removeIf(draft -> draft.name().equals(name));
        Optional.ofNullable(model.rows.get(name))
                .filter(row -> !row.lifecycle().isPublished())
                .ifPresent(row -> drafts.add(PlanModel.branch(row)));
        model.git.put(repository, new GitView.Readable(view.version(), view.head(), view.revisions(), drafts));
    }

    private void rescueRepository(String repository, Optional<Repository> release) {
        model.rows.values().stream()
                .filter(row -> row.name().repository().equals(repository) && !row.isPlaceholder())
                .forEach(model.rescued::add);
        model.rows.values().removeIf(row -> row.name().repository().equals(repository));
        model.repositories.remove(repository);
        release.ifPresent(object -> model.objects.remove(object.name()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("the cache refuses: " + otherwise);
        }
    }
}
