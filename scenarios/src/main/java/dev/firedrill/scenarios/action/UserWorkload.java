package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.oracle.complete.Alike;
import dev.firedrill.oracle.complete.CompleteComparison;
import dev.firedrill.oracle.snapshot.GitFacts;
import dev.firedrill.oracle.snapshot.Snapshot;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.git.CommitHistory;
import dev.firedrill.workload.history.EveryRequest;
import dev.firedrill.workload.history.Workload;
import java.util.List;
import java.util.Map;

/** Users who make every kind of request, and everything that is there afterwards. */
public final class UserWorkload {
    private final Map<String, String> answers;
    private final Snapshot facts;

    private UserWorkload(Map<String, String> answers, Snapshot facts) {
        this.answers = answers;
        this.facts = facts;
    }

    /** Makes the requests of whatever orchestrator runs, and reads everything back. */
    public static UserWorkload in(ScenarioRun run) {
        run.recovery().startAndSettle();
        Map<String, String> answers =
                EveryRequest.madeBy(new Workload(run.workbench().porch(), run.ledger()));
        run.recovery().anotherPass();
        Snapshot.Builder facts = Snapshot.builder()
                .addAll(Alike.shared(
                        run.observe().facts(), run.workbench().cluster().namespace()));
        CommitHistory git = new CommitHistory(run.workbench().git());
        run.story()
                .gitRepositories()
                .forEach(repository ->
                        git.of(repository).forEach((ref, commits) -> add(facts, repository, ref, commits)));
        return new UserWorkload(answers, facts.build());
    }

    private static void add(Snapshot.Builder facts, String repository, String ref, List<String> commits) {
        for (int back = 0; back < commits.size(); back++) {
            facts.add(GitFacts.ref(repository, ref), "~" + back, Alike.masked(commits.get(back)));
        }
    }

    /** Each request ended as it does with {@code usual}, and stores and public API hold the same. */
    public void sameAs(UserWorkload usual) {
        claim("how the requests ended").isSame(answers, usual.answers);
        List<String> differences = new CompleteComparison()
                .changes(usual.facts, facts).stream()
                        .map(difference -> difference.subject() + ": " + difference.sentence())
                        .toList();
        claim("what is not as the same requests leave it where nothing has happened")
                .isSame(differences, List.of());
    }
}
