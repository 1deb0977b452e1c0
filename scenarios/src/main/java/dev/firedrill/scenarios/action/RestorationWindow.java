package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.system.RecoveryRun;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.testbed.RescueClient;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The time in which Repositories that are missing may still return, as an operator sees it and ends it: package revisions
 * of such Repositories are quarantined until then, and go to a rescue set when it is over.
 */
public final class RestorationWindow {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Nothing stands in the way, or something waits for a person. */
    private static final Set<Integer> PLANNED = Set.of(0, 1);

    private final ScenarioRun telling;
    private Observation seen;

    RestorationWindow(ScenarioRun telling) {
        this.telling = telling;
        this.seen = telling.observe();
    }

    /** Ends the window, as an operator does who is sure that nothing more returns. */
    public void close() {
        RecoveryRun run = telling.run("recover", "--close-window", "--json");
        claim("exit code of 'firedrill recover --close-window'").isEqual(run.exitCode(), 0);
        telling.recovery().settle(false);
        seen = telling.observe();
    }

    /** The plan names a repository as quarantined, and would neither change nor lose anything of it. */
    public void planQuarantines(String repository) {
        JsonNode plan = plan();
        Set<String> aside = all(plan.path("notices"))
                .filter(notice -> notice.path("kind").asText().equals("quarantined"))
                .map(notice -> notice.path("repository").asText())
                .collect(Collectors.toSet());
        claim("what the plan quarantines").contains(aside, repository);
        Set<String> touched = all(plan.path("actions"))
                .filter(action -> action.path("repository").asText().equals(repository))
                .map(action -> action.path("text").asText())
                .collect(Collectors.toSet());
        claim("what the plan does with " + repository).isSame(touched, Set.of());
        Set<String> lost = all(plan.path("losses"))
                .map(loss -> loss.path("object").asText())
                .filter(name -> name.startsWith(repository))
                .collect(Collectors.toSet());
        claim("what the plan loses of " + repository).isSame(lost, Set.of());
    }

    /** The orchestrator names a repository as quarantined, with as many package revisions as it held. */
    public void statusNames(String repository) {
        Map<String, Integer> aside = new TreeMap<>();
        seen.status().orElseThrow().quarantined().forEach(one -> aside.put(one.repository(), one.rows()));
        claim("what the status names as quarantined")
                .isEqual(aside, Map.of(repository, atDisaster(repository).size()));
    }

    /** The package cache holds nothing of a repository any more, not even its name. */
    public void nothingLeftOf(String repository) {
        Set<RevisionId> left = seen.rows().keySet().stream()
                .filter(id -> id.repository().equals(repository))
                .collect(Collectors.toCollection(TreeSet::new));
        claim("rows of " + repository).isSame(left, Set.of());
        claim("whether the cache knows " + repository)
                .isEqual(seen.repositoryRows().contains(repository), false);
    }

    /** Everything that a repository held at the disaster is in a rescue set, as it was. */
    public void rescued(String repository) {
        List<RevisionState> held = atDisaster(repository).values().stream()
                .filter(state -> !state.placeholder())
                .toList();
        claim("whether " + repository + " held anything").isEqual(held.isEmpty(), false);
        telling.rescued(seen).holdsAll(held);
    }

    /** Nothing of a repository is restored to a cache that does not know it; who tries is told what to do. */
    public void refusesToRestore(String repository) {
        RescueClient shelf = telling.rescueShelf();
        for (String set : shelf.sets()) {
            Optional<String> refusal = shelf.refusalToRestore(set);
            claim("whether " + set + " is refused").isEqual(refusal.isPresent(), true);
            claim("what the refusal says").mentions(refusal.orElse(""), "register");
        }
        rescued(repository);
    }

    private JsonNode plan() {
        RecoveryRun run = telling.run("plan", "--json");
        claim("whether 'firedrill plan' ended well with code " + run.exitCode())
                .isEqual(PLANNED.contains(run.exitCode()), true);
        try {
            return JSON.readTree(run.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError("'firedrill plan' did not print JSON: " + run.output(), e);
        }
    }

    private Map<RevisionId, RevisionState> atDisaster(String repository) {
        Map<RevisionId, RevisionState> rows =
                new TreeMap<>(telling.ledger().stateAt(RecoveryPoint.DISASTER).rows());
        rows.keySet().removeIf(id -> !id.repository().equals(repository));
        return rows;
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
