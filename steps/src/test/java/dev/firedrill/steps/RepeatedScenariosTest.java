package dev.firedrill.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.scenarios.plan.DisasterPhrase;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStepType;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told twice runs twice, and is read twice. */
class RepeatedScenariosTest {
    @Test
    void a_scenario_that_repeats_anothers_givens_and_whens_says_why_it_does_not_join_it() throws IOException {
        Map<List<String>, Features.Told> first = new LinkedHashMap<>();
        List<String> unexplained = new ArrayList<>();
        for (Features.Told told : Features.scenarios()) {
            for (Pickle row : told.rows()) {
                Features.Told other = first.putIfAbsent(until(row), told);
                if (other != null && isBlank(told) && isBlank(other)) {
                    unexplained.add(told.where() + " repeats " + other.where());
                }
            }
        }
        assertThat(first).isNotEmpty();
        assertThat(unexplained).isEmpty();
    }

    @Test
    void what_all_scenarios_of_a_feature_or_rule_are_given_is_its_background() throws IOException {
        List<String> shared = new ArrayList<>();
        for (Path file : Features.files()) {
            for (List<Scenario> group : Features.groups(Features.read(file))) {
                List<Step> firsts = group.stream()
                        .map(scenario -> scenario.getSteps().get(0))
                        .toList();
                boolean same = firsts.stream().map(Step::getText).distinct().count() == 1;
                if (firsts.size() > 1
                        && same
                        && firsts.get(0).getKeyword().strip().equals("Given")) {
                    shared.add(file + ": " + firsts.get(0).getText());
                }
            }
        }
        assertThat(shared).isEmpty();
    }

    private static boolean isBlank(Features.Told told) {
        return told.scenario().getDescription().isBlank();
    }

    /** Everything but the outcomes, and of a disaster what happens and not how it is worded. */
    private static List<String> until(Pickle row) {
        return row.getSteps().stream()
                .filter(step -> step.getType().orElse(PickleStepType.UNKNOWN) != PickleStepType.OUTCOME)
                .map(step -> step.getType().orElse(PickleStepType.UNKNOWN) + " " + meaning(step.getText())
                        + step.getArgument())
                .toList();
    }

    private static String meaning(String text) {
        return DisasterPhrase.in(text)
                .map(disaster -> String.valueOf(disaster.plan(() -> List.of("every"), point -> OffsetDateTime.MIN)))
                .orElse(text);
    }
}
