package dev.firedrill.scenarios.runner;

import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A feature file as it was read: its names, its free text, and the text of each scenario. */
final class FeatureSource {
    private final List<String> lines;
    private final Collection<Node> features;

    FeatureSource(String text, Collection<Node> features) {
        this.lines = text.lines().toList();
        this.features = features;
    }

    /** The name of the feature that holds the scenario at {@code line}. */
    String feature(int line) {
        return nameOf(Node.Feature.class, line);
    }

    /** The name of the rule that the scenario at {@code line} stands under; empty when there is none. */
    String rule(int line) {
        return nameOf(Node.Rule.class, line);
    }

    /** The free text between the feature's heading and what follows it. */
    String description(int line) {
        return pathTo(line).stream()
                .filter(Node.Feature.class::isInstance)
                .findFirst()
                .map(feature -> textBelow(feature.getLocation().getLine()))
                .orElse("");
    }

    /** The scenario that holds {@code line} as it stands in the file, below each Background that it shares with others. */
    String scenario(int line) {
        return pathTo(line).stream()
                .map(this::textOf)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String textOf(Node node) {
        int heading = node.getLocation().getLine();
        if (node instanceof Node.Scenario || node instanceof Node.ScenarioOutline) {
            return block(heading);
        }
        return node instanceof Node.Feature || node instanceof Node.Rule ? backgroundBelow(heading) : "";
    }

    /** The Background of a feature or rule, which comes before everything else below its heading; empty without one. */
    private String backgroundBelow(int heading) {
        for (int line = heading; line < lines.size(); line++) {
            String bare = lines.get(line).strip();
            if (bare.startsWith("Background:")) {
                return block(line + 1);
            }
            if (bare.matches("(Rule|Scenario|Scenario Outline|Example):.*")) {
                break;
            }
        }
        return "";
    }

    /**
     * What tells the scenario at {@code line} apart from all others of the file.
     *
     * @param name its name with the example's values in their places
     */
    String label(int line, String name) {
        String label = labelOf(line, name);
        long before = features.stream()
                .flatMap(feature -> scenarioLines(feature).stream())
                .filter(other -> other < line)
                .filter(other -> rawLabel(other).equals(rawLabel(line)))
                .count();
        return before == 0 ? label : label + " (" + (before + 1) + ")";
    }

    private String rawLabel(int line) {
        return labelOf(
                line,
                pathTo(line).stream()
                        .filter(node -> node instanceof Node.Scenario || node instanceof Node.ScenarioOutline)
                        .findFirst()
                        .flatMap(Node::getName)
                        .orElse(""));
    }

    private String labelOf(int line, String name) {
        boolean example = pathTo(line).stream().anyMatch(Node.Example.class::isInstance);
        return example ? name + " [" + String.join(", ", cells(lines.get(line - 1))) + "]" : name;
    }

    private static List<Integer> scenarioLines(Node node) {
        if (node instanceof Node.Scenario || node instanceof Node.Example) {
            return List.of(node.getLocation().getLine());
        }
        List<Integer> lines = new ArrayList<>();
        if (node instanceof Node.Container<?> container) {
            container.elements().forEach(element -> lines.addAll(scenarioLines(element)));
        }
        return lines;
    }

    /** The values of a row of a table, whose columns {@code |} ends unless it is escaped. */
    private static List<String> cells(String row) {
        String[] columns = row.strip().replaceFirst("^\\|", "").split("(?<!\\\\)\\|");
        return Stream.of(columns).map(String::strip).toList();
    }

    private String nameOf(Class<? extends Node> kind, int line) {
        return pathTo(line).stream()
                .filter(kind::isInstance)
                .findFirst()
                .flatMap(Node::getName)
                .orElse("");
    }

    private List<Node> pathTo(int line) {
        for (Node feature : features) {
            Optional<List<Node>> path = feature.findPathTo(node -> startsAt(node, line));
            if (path.isPresent()) {
                return path.get();
            }
        }
        return List.of();
    }

    private static boolean startsAt(Node node, int line) {
        Location location = node.getLocation();
        return location.getLine() == line && !(node instanceof Node.Feature);
    }

    private String textBelow(int heading) {
        List<String> text = new ArrayList<>();
        for (String line : lines.subList(heading, lines.size())) {
            String bare = line.strip();
            if (bare.startsWith("@")
                    || bare.matches("(Rule|Background|Scenario|Scenario Outline|Example|Examples):.*")) {
                break;
            }
            text.add(bare);
        }
        return String.join("\n", text).strip();
    }

    /** From a heading to the next line that is indented no deeper and does not belong to its steps. */
    private String block(int heading) {
        int indent = indentOf(lines.get(heading - 1));
        List<String> block = new ArrayList<>(List.of(lines.get(heading - 1).strip()));
        for (String line : lines.subList(heading, lines.size())) {
            if (!line.isBlank() && indentOf(line) <= indent) {
                break;
            }
            block.add(line.isBlank() ? "" : line.substring(Math.min(indent, indentOf(line))));
        }
        return String.join("\n", block).strip();
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }
}
