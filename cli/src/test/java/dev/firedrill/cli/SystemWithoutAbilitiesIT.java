package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.NotClaimed;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.StepStatus;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a drill says of a system that has none of the abilities that ours has, from the steps to every report. */
@TestInstance(Lifecycle.PER_CLASS)
class SystemWithoutAbilitiesIT {
    private static final String NAME = "without-abilities";
    private static final EnvironmentSpec FORMS = EnvironmentSpec.embedded();

    private final DrillResult result = drill();

    private static DrillResult drill() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open();
                TestbedPool testbeds = new TestbedPool(
                        supervisor, FORMS, SystemWithoutAbilities.forms(), DrillOptions.FEWEST_REPOSITORIES)) {
            return Drills.session(NAME, Optional.of("@crash or @restoration-window or @rule-1"), Optional.empty())
                    .runOn(testbeds);
        }
    }

    @Test
    void a_drill_of_which_all_that_applies_held_has_held() {
        assertThat(of(Verdict.HELD)).isNotEmpty();
        assertThat(of(Verdict.NOT_APPLICABLE)).isNotEmpty();
        assertThat(result.scenarios())
                .hasSize(of(Verdict.HELD).size() + of(Verdict.NOT_APPLICABLE).size());
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.environment().system()).isEqualTo(SystemWithoutAbilities.PRODUCT);
    }

    @Test
    void a_when_that_needs_an_ability_makes_the_scenario_not_applicable() {
        assertThat(in("features/crashes/")).isNotEmpty().allSatisfy(scenario -> {
            assertThat(scenario.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
            assertThat(scenario.failure())
                    .isEqualTo("This does not apply to Porch of few words 1.0, which lacks the ability 'crash points'");
            assertThat(scenario.steps())
                    .extracting(step -> step.status())
                    .contains(StepStatus.PASSED, StepStatus.SKIPPED)
                    .doesNotContain(StepStatus.FAILED);
            assertThat(scenario.evidence()).isEmpty();
        });
    }

    @Test
    void a_then_that_needs_one_is_listed_and_the_rest_is_judged() {
        List<ScenarioResult> unclaimed = result.scenarios().stream()
                .filter(scenario -> !scenario.notClaimed().isEmpty())
                .toList();

        assertThat(unclaimed).isNotEmpty().allSatisfy(scenario -> {
            assertThat(scenario.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
            assertThat(scenario.loss().compared()).isTrue();
            assertThat(scenario.steps()).extracting(step -> step.status()).containsOnly(StepStatus.PASSED);
        });
        assertThat(unclaimed)
                .flatExtracting(ScenarioResult::notClaimed)
                .extracting(NotClaimed::ability)
                .contains("quarantines");
    }

    @Test
    void every_report_counts_and_names_it() throws IOException {
        Path out = Drills.out(NAME);
        int unfit = of(Verdict.NOT_APPLICABLE).size();

        assertThat(out.resolve("site/index.html"))
                .content()
                .contains("Judged: <b>Porch of few words 1.0</b>", unfit + " not applicable")
                .contains("What does not apply to Porch of few words");
        assertThat(out.resolve("junit.xml")).content().contains("<skipped ").doesNotContain("<failure", "<error");
        assertThat(out.resolve("metrics.prom"))
                .content()
                .contains("firedrill_scenarios{verdict=\"not applicable\"} " + unfit);
        assertThat(allure(out, "skipped")).isEqualTo(unfit);
        assertThat(allure(out, "passed")).isEqualTo(of(Verdict.HELD).size());
    }

    private static long allure(Path out, String status) throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("allure-results"))) {
            List<Path> results = files.filter(file -> file.toString().endsWith("-result.json"))
                    .toList();
            long count = 0;
            for (Path file : results) {
                count += new ObjectMapper()
                                .readTree(file.toFile())
                                .path("status")
                                .asText()
                                .equals(status)
                        ? 1
                        : 0;
            }
            return count;
        }
    }

    private List<ScenarioResult> of(Verdict verdict) {
        return result.scenarios().stream()
                .filter(scenario -> scenario.verdict() == verdict)
                .toList();
    }

    private List<ScenarioResult> in(String folder) {
        return result.scenarios().stream()
                .filter(scenario -> scenario.id().startsWith(folder))
                .toList();
    }
}
