package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.oracle.complete.CompleteComparison;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.run.VerdictReporter;
import dev.firedrill.workload.porch.Answer;
import dev.firedrill.workload.porch.PorchApi;
import dev.firedrill.workload.world.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests for what a package revision may not become. */
public final class RefusedRequests {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    private final RevisionId revision;
    private final Map<String, Answer<?>> answers;
    private final List<String> changes;

    private RefusedRequests(RevisionId revision, Map<String, Answer<?>> answers, List<String> changes) {
        this.revision = revision;
        this.answers = Map.copyOf(answers);
        this.changes = List.copyOf(changes);
    }

    /** Asks for one thing after the other, and judges what the stores hold afterwards. */
    public static RefusedRequests asked(
            ScenarioRun run, ScenarioRecorder recorder, RevisionId revision, Collection<String> wishes) {
        run.recovery().startAndSettle();
        Observation earlier = run.observe();
        PostDisasterState left = run.aftermath();
        PorchApi porch = run.workbench().porch();
        Map<String, Answer<?>> answers = new TreeMap<>();
        wishes.stream()
                .map(ForbiddenRequest::of)
                .forEach(wish -> answers.put(wish.toString(), wish.ask(porch, revision)));
        Observation later = run.observe();
        run.recovery().anotherPass();
        new VerdictReporter(recorder, run, DisasterPlan.nothing())
                .judge(left, later, run.observe(), run.recoversSince(DisasterPlan.nothing(), left));
        List<String> changes = new CompleteComparison()
                .changes(earlier.facts(), later.facts()).stream()
                        .map(change -> change.subject() + ": " + change.sentence())
                        .toList();
        return new RefusedRequests(revision, answers, changes);
    }

    /** Each request was refused as a wrong one, and none failed. */
    public void allRefused() {
        Map<String, String> others = new TreeMap<>();
        answers.forEach((wish, answer) -> {
            if (!isRefusal(answer)) {
                others.put(wish, answer.summary());
            }
        });
        claim("what " + revision.objectName() + " was not refused").isSame(others, Map.of());
    }

    /** No fact of any store and no answer of the public API is another than before. */
    public void nothingChanged() {
        claim("what the refused requests for " + revision.objectName() + " changed")
                .isSame(changes, List.of());
    }

    private static boolean isRefusal(Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused
                && refused.status() >= FIRST_REFUSAL
                && refused.status() < FIRST_FAILURE;
    }
}
