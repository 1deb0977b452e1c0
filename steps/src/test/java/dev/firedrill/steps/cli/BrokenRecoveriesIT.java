package dev.firedrill.steps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.steps.broken.BrokenRecoveries;
import dev.firedrill.steps.broken.BrokenRecovery;
import dev.firedrill.steps.laboratory.Forms;
import dev.firedrill.vocabulary.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof that a drill can fail: each deliberately wrong recovery turns it red, and for its own reason. */
class BrokenRecoveriesIT {
    static List<String> names() {
        return BrokenRecoveries.all().stream().map(BrokenRecovery::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_wrong_recovery_is_found_out(String name) {
        BrokenRecovery broken = BrokenRecoveries.named(name).orElseThrow();

        DrillResult result = Drills.run(
                "broken/" + name, Forms.embedded(), Optional.of(broken.scenario()), Optional.of(broken.name()));

        String failures = result.scenarios().stream()
                .filter(scenario -> scenario.verdict() == Verdict.VIOLATED)
                .map(BrokenRecoveriesIT::reasons)
                .collect(Collectors.joining("\n"));
        assertThat(failures)
                .as("why it is red, because it %s", broken.mistake())
                .containsPattern(Pattern.compile(broken.reason(), Pattern.DOTALL));
    }

    private static String reasons(ScenarioResult scenario) {
        return scenario.failure() + "\n"
                + scenario.loss().items().stream()
                        .filter(item -> !item.allowed())
                        .map(item -> item.object() + " was " + item.was() + " is " + item.is() + ": " + item.why())
                        .collect(Collectors.joining("\n"));
    }
}
