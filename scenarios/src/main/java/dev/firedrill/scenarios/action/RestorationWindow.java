package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.system.Consents;
import dev.firedrill.environments.role.system.Plans;
import dev.firedrill.environments.role.system.Plans.RecoveryPlan;
import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.environments.role.system.Rescues;
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

/**
 * The time in which Repositories that are missing may still return, as an operator sees it and ends it: package revisions
 * of such Repositories are quarantined until then, and go to a rescue set when it is over.
 */
public final class RestorationWindow {
    private final ScenarioRun run;
    private Observation seen;

    RestorationWindow(ScenarioRun run) {
        this.run = run;
        this.seen = run.observe();
    }

    /** Ends the window, as an operator does who is sure that nothing more returns. */
    public void close() {
        Consents.Answer answer = run.claims().need(Consents.class).closeWindow();
        claim("exit code of closing the restoration window").isEqual(answer.exitCode(), 0);
        run.recovery().settle(false);
        seen = run.observe();
    }

    /** The plan names a repository as quarantined, and would neither change nor lose anything of it. */
    public void planQuarantines(String repository) {
        run.claims()
                .where(
                        Plans.class,
                        "the plan quarantines " + repository + " and takes nothing of it away",
                        plans -> quarantines(plans.plan(), repository));
    }

    private static void quarantines(RecoveryPlan plan, String repository) {
        Set<String> quarantined = plan.notices().stream()
                .filter(notice -> notice.kind().equals("quarantined"))
                .map(Plans.Notice::repository)
                .collect(Collectors.toSet());
        claim("what the plan quarantines").contains(quarantined, repository);
        Set<String> touched = plan.actions().stream()
                .filter(action -> action.repository().equals(repository))
                .map(Plans.PlannedAction::text)
                .collect(Collectors.toSet());
        claim("what the plan does with " + repository).isSame(touched, Set.of());
        Set<String> lost = plan.losses().stream()
                .filter(name -> name.startsWith(repository))
                .collect(Collectors.toSet());
        claim("what the plan loses of " + repository).isSame(lost, Set.of());
    }

    /** The system names a repository as quarantined, with as many package revisions as it held. */
    public void statusNames(String repository) {
        run.claims()
                .where(
                        Quarantines.class,
                        "the system names " + repository + " alone as quarantined",
                        quarantines -> claim("what the status names as quarantined")
                                .isEqual(
                                        quarantinedInWords(),
                                        Map.of(
                                                repository,
                                                atDisaster(repository).size())));
    }

    private Map<String, Integer> quarantinedInWords() {
        Map<String, Integer> quarantined = new TreeMap<>();
        seen.said().orElseThrow().namedAsQuarantined().forEach(one -> quarantined.put(one.repository(), one.rows()));
        return quarantined;
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
        run.rescued(seen).holdsAll(held);
    }

    /** Nothing of a repository is restored to a cache that does not know it; who tries is told what to do. */
    public void refusesToRestore(String repository) {
        run.claims()
                .where(
                        Rescues.class,
                        "nothing of " + repository + " can be restored before it is registered again",
                        rescues -> refuses(run.rescueShelf()));
        rescued(repository);
    }

    private static void refuses(RescueClient shelf) {
        for (String set : shelf.sets()) {
            Optional<String> refusal = shelf.refusalToRestore(set);
            claim("whether " + set + " is refused").isEqual(refusal.isPresent(), true);
            claim("what the refusal says").mentions(refusal.orElse(""), "register");
        }
    }

    private Map<RevisionId, RevisionState> atDisaster(String repository) {
        Map<RevisionId, RevisionState> rows =
                new TreeMap<>(run.ledger().stateAt(RecoveryPoint.DISASTER).rows());
        rows.keySet().removeIf(id -> !id.repository().equals(repository));
        return rows;
    }
}
