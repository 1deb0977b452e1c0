package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import dev.firedrill.fixtures.complete.Alike;
import dev.firedrill.fixtures.complete.CompleteComparison;
import dev.firedrill.fixtures.git.CommitHistory;
import dev.firedrill.fixtures.history.EveryRequest;
import dev.firedrill.fixtures.history.Workload;
import dev.firedrill.fixtures.snapshot.GitFacts;
import dev.firedrill.fixtures.snapshot.Snapshot;
import java.util.List;
import java.util.Map;

/** Users who make every kind of request, and everything that is there afterwards. */
public final class UsersAtWork {
    private final Map<String, String> answers;
    private final Snapshot facts;

    private UsersAtWork(Map<String, String> answers, Snapshot facts) {
        this.answers = answers;
        this.facts = facts;
    }

    /** Makes the requests of whatever orchestrator runs, and reads everything back. */
    static UsersAtWork in(Telling told) {
        told.recovery().startAndSettle();
        Map<String, String> answers =
                EveryRequest.madeBy(new Workload(told.workbench().porch(), told.ledger()));
        told.recovery().anotherPass();
        Snapshot.Builder facts = Snapshot.builder()
                .addAll(Alike.shared(
                        told.observe().facts(), told.workbench().cluster().namespace()));
        CommitHistory git = new CommitHistory(told.workbench().git());
        told.story()
                .gitRepositories()
                .forEach(repository ->
                        git.of(repository).forEach((ref, commits) -> add(facts, repository, ref, commits)));
        return new UsersAtWork(answers, facts.build());
    }

    private static void add(Snapshot.Builder facts, String repository, String ref, List<String> commits) {
        for (int back = 0; back < commits.size(); back++) {
            facts.add(GitFacts.ref(repository, ref), "~" + back, Alike.masked(commits.get(back)));
        }
    }

    /** Each request ended as it does with {@code usual}, and stores and public API hold the same. */
    void sameAs(UsersAtWork usual) {
        claim("how the requests ended").isSame(answers, usual.answers);
        List<String> differences = new CompleteComparison()
                .changes(usual.facts, facts).stream()
                        .map(difference -> difference.subject() + ": " + difference.sentence())
                        .toList();
        claim("what is not as the same requests leave it where nothing has happened")
                .isSame(differences, List.of());
    }
}
