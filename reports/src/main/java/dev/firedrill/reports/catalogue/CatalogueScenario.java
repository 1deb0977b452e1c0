package dev.firedrill.reports.catalogue;

import java.util.List;

/**
 * One scenario as it stands in its feature file.
 *
 * @param id {@code <feature path>#<name>}, of an outline with {@code [<values of the example>]}
 * @param feature the feature's name
 * @param rule the rule's name; empty when the scenario stands under none
 * @param name the scenario's name
 * @param tags its tags, each with its {@code @}
 * @param description the feature's free text
 * @param gherkin the scenario as it stands in the feature file; an outline's, with its examples
 */
public record CatalogueScenario(
        String id, String feature, String rule, String name, List<String> tags, String description, String gherkin) {
    public CatalogueScenario {
        tags = List.copyOf(tags);
    }

    /** The path of the feature file. */
    public String path() {
        return id.substring(0, id.indexOf('#'));
    }
}
