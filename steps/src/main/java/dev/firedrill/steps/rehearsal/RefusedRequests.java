package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import dev.firedrill.fixtures.complete.CompleteComparison;
import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.fixtures.porch.Answer;
import dev.firedrill.fixtures.porch.PorchApi;
import dev.firedrill.fixtures.world.RevisionId;
import dev.firedrill.steps.drill.ScenarioFindings;
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
    static RefusedRequests asked(
            Telling told, ScenarioFindings findings, RevisionId revision, Collection<String> wishes) {
        told.recovery().startAndSettle();
        Observation earlier = told.observe();
        Aftermath aftermath = told.aftermath();
        PorchApi porch = told.workbench().porch();
        Map<String, Answer<?>> answers = new TreeMap<>();
        wishes.stream().map(Wish::of).forEach(wish -> answers.put(wish.toString(), wish.ask(porch, revision)));
        Observation later = told.observe();
        told.recovery().anotherPass();
        new Verification(findings, told, Course.nothing())
                .judge(aftermath, later, told.observe(), told.recoversSince(Course.nothing(), aftermath));
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
