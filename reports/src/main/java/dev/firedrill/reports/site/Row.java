package dev.firedrill.reports.site;

import dev.firedrill.reports.result.ScenarioResult;
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
        return scenario.loss().kept() + scenario.loss().changed() > 0;
    }

    public Objective rpo() {
        return new Objective("joint", scenario.rpo().promised(), scenario.rpo().joint());
    }

    public Objective rto() {
        return new Objective("total", scenario.rto().promised(), scenario.rto().total());
    }

    /** What went wrong, without its first line. */
    public String details() {
        String failure = scenario.failure();
        return failure == null
                ? ""
                : failure.strip()
                        .lines()
                        .skip(1)
                        .collect(Collectors.joining("\n"))
                        .stripTrailing();
    }

    /** The first line of what went wrong. */
    public String headline() {
        String failure = scenario.failure();
        return failure == null ? "" : failure.strip().lines().findFirst().orElse("");
    }
}
