package dev.firedrill.reports.catalogue;

import java.util.List;

/**
 * All that can be drilled.
 *
 * @param scenarios in the order of the files
 * @param steps by their patterns
 */
public record Catalogue(List<CatalogueScenario> scenarios, List<CatalogueStep> steps) {
    public Catalogue {
        scenarios = List.copyOf(scenarios);
        steps = List.copyOf(steps);
    }
}
