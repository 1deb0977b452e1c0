package dev.firedrill.reports.site;

import dev.firedrill.model.Store;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.Forbidden;
import dev.firedrill.reports.result.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A scenario in a table or a list of links.
 *
 * @param scenario the scenario
 * @param href its page, below the site's folder
 */
record Row(ScenarioResult scenario, String href) {
    /** Whether anything was compared with the ledger, so that a zero means none and not unknown. */
    public boolean compared() {
        return scenario.loss().compared();
    }

    public Objective rpo() {
        return new Objective(
                "joint",
                scenario.rpo().promised(),
                scenario.rpo().bound(),
                scenario.rpo().joint(),
                false);
    }

    public Objective rto() {
        return new Objective(
                "total",
                scenario.rto().promised(),
                null,
                scenario.rto().total(),
                Boolean.FALSE.equals(scenario.rto().reached()));
    }

    /** Everything that the rules forbid, the gravest first. */
    public List<Forbidden> forbidden() {
        return Forbidden.in(scenario);
    }

    /** What was done, store by store, for a table; what stayed as it was is left out where something did not. */
    public List<String> disaster() {
        DisasterReport disaster = scenario.disaster();
        List<String> told = new ArrayList<>();
        for (Store store : Store.values()) {
            String fate = disaster.of(store);
            if (!fate.equals("intact")) {
                told.add(store.title() + " " + fate);
            }
        }
        told.addAll(disaster.done());
        return told.isEmpty() ? List.of("nothing was done") : told;
    }

    /** What went wrong in the words of the step or the judge, beside the objects that the headline names. */
    public String details() {
        String failure = scenario.failure();
        if (failure != null && !forbidden().isEmpty()) {
            return failure.strip();
        }
        return failure == null
                ? ""
                : failure.strip()
                        .lines()
                        .skip(1)
                        .collect(Collectors.joining("\n"))
                        .stripTrailing();
    }

    /** What went wrong in one line: an object and its rule where one is known, else the first line of the reason. */
    public String headline() {
        List<Forbidden> forbidden = forbidden();
        if (!forbidden.isEmpty()) {
            String more = forbidden.size() == 1 ? "" : " (and " + (forbidden.size() - 1) + " more)";
            return forbidden.get(0).sentence() + more;
        }
        String failure = scenario.failure();
        return failure == null ? "" : failure.strip().lines().findFirst().orElse("");
    }
}
