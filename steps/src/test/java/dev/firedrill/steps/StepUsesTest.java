package dev.firedrill.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Few step definitions, used often: a language grows by new combinations and not by new sentences. */
class StepUsesTest {
    private static final int MOST_DEFINITIONS = 80;
    private static final int MOST_USED_ONCE = 25;
    private static final Path REPORT = Path.of("target", "step-uses.txt");

    /** The scenarios, of which an outline is one, that use each definition. */
    private static final Map<String, Set<String>> USES = new TreeMap<>();

    private static final Set<String> NOT_ONE = new TreeSet<>();

    @BeforeAll
    static void count() throws IOException {
        Glue glue = Glue.ofThisModule();
        glue.definitions().forEach(definition -> USES.put(definition, new TreeSet<>()));
        for (Features.Told told : Features.scenarios()) {
            told.rows().stream().flatMap(row -> row.getSteps().stream()).forEach(step -> {
                List<String> matching = glue.matching(step.getText());
                matching.forEach(definition -> USES.get(definition).add(told.where()));
                if (matching.size() != 1) {
                    NOT_ONE.add(step.getText() + " matches " + matching);
                }
            });
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report());
    }

    @Test
    void every_step_matches_one_definition() {
        assertThat(NOT_ONE).isEmpty();
    }

    @Test
    void there_are_few_definitions() {
        assertThat(USES.keySet())
                .as("step definitions, see %s", REPORT)
                .hasSizeLessThanOrEqualTo(MOST_DEFINITIONS)
                .isNotEmpty();
    }

    @Test
    void few_definitions_are_used_by_one_scenario_alone() {
        assertThat(usedBy(1)).as("used by one scenario, see %s", REPORT).hasSizeLessThanOrEqualTo(MOST_USED_ONCE);
    }

    @Test
    void every_definition_is_used() {
        assertThat(usedBy(0)).isEmpty();
    }

    private static List<String> usedBy(int scenarios) {
        return USES.entrySet().stream()
                .filter(use -> use.getValue().size() == scenarios)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String report() {
        return USES.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> other.size() - one.size()))
                .map(use -> "%4d  %s%n".formatted(use.getValue().size(), use.getKey()))
                .collect(Collectors.joining(
                        "",
                        "%d step definitions, %d used by one scenario alone; how many scenarios use each:%n"
                                .formatted(USES.size(), usedBy(1).size()),
                        ""));
    }
}
