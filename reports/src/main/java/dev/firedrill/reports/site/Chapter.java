package dev.firedrill.reports.site;

import dev.firedrill.reports.result.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The scenarios of one folder of features.
 *
 * @param title the folder's name in words
 * @param sections its features and rules
 */
record Chapter(String title, List<Section> sections) {
    /** The scenarios under one rule of one feature. */
    record Section(String feature, String rule, List<Row> rows) {
        Section {
            rows = List.copyOf(rows);
        }
    }

    private record Heading(String feature, String rule) {}

    Chapter {
        sections = List.copyOf(sections);
    }

    static List<Chapter> of(List<Row> rows) {
        Map<String, Map<Heading, List<Row>>> chapters = new LinkedHashMap<>();
        for (Row row : rows) {
            ScenarioResult scenario = row.scenario();
            chapters.computeIfAbsent(titleOf(scenario.id()), title -> new LinkedHashMap<>())
                    .computeIfAbsent(new Heading(scenario.feature(), scenario.rule()), heading -> new ArrayList<>())
                    .add(row);
        }
        List<Chapter> result = new ArrayList<>();
        chapters.forEach((title, sections) -> result.add(new Chapter(title, sections(sections))));
        return List.copyOf(result);
    }

    private static List<Section> sections(Map<Heading, List<Row>> sections) {
        return sections.entrySet().stream()
                .map(entry ->
                        new Section(entry.getKey().feature(), entry.getKey().rule(), entry.getValue()))
                .toList();
    }

    /** The folder that a feature file lies in: {@code features/five-disasters/a.feature#Name} is of Five disasters. */
    static String titleOf(String id) {
        String[] parts = id.replaceFirst("(?s)\\.feature.*", ".feature").split("/");
        String folder = parts.length < 2 ? "features" : parts[parts.length - 2];
        String words =
                folder.replaceAll("[-_]+", " ").replaceFirst("^\\d+ ", "").strip();
        return words.isEmpty() ? "Features" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
