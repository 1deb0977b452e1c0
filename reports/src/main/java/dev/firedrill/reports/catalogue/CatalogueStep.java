package dev.firedrill.reports.catalogue;

/**
 * One step definition.
 *
 * @param pattern the expression that sentences of features match
 * @param place the method behind it
 * @param uses how many steps of all scenarios mean it; each example of an outline counts
 */
public record CatalogueStep(String pattern, String place, int uses) {}
