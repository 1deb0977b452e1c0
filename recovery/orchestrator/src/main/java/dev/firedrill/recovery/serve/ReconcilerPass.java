package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.reconcile.PassRequest;
import dev.firedrill.recovery.reconcile.PassResult;
import dev.firedrill.recovery.reconcile.Reconciler;
import java.util.List;

/** A reconcile pass by the {@link Reconciler}. */
final class ReconcilerPass implements Reconciliation {
    private final Reconciler reconciler;

    ReconcilerPass(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Override
    public Pass pass() {
        PassResult done = reconciler.pass(PassRequest.usual());
        return new Pass(result(done), done.revisions());
    }

    private static Result result(PassResult done) {
        List<Outcome> outcomes = done.repositories().stream()
                .map(outcome -> new Outcome(
                        outcome.repository(),
                        outcome.status(),
                        outcome.aligned(),
                        outcome.unreachable() || outcome.failed(),
                        outcome.changed(),
                        outcome.usable(),
                        outcome.hindered()))
                .toList();
        List<Awaiting> awaiting = done.plan().pendingRemovals().stream()
                .map(removal -> new Awaiting(
                        removal.repository(), removal.token(), removal.names().size()))
                .toList();
        List<String> losses = done.plan().losses().stream()
                .map(loss -> loss.object() + " loses " + loss.what() + " (rule " + loss.rule() + "): " + loss.why())
                .toList();
        return new Result(
                done.cluster().resourceVersion(),
                outcomes,
                done.cluster().variants(),
                done.cluster().invalid(),
                done.quarantined(),
                awaiting,
                done.rescued(),
                losses,
                done.problems(),
                done.rescueSet(),
                done.changed(),
                done.plan().notices().stream().map(Notice::message).toList());
    }
}
