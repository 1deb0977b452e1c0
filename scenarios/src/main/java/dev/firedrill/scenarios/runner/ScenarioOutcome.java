package dev.firedrill.scenarios.runner;

import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.model.Verdict;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import java.util.Locale;
import java.util.Optional;

/**
 * The judgement on one scenario: the worse of what its steps and its findings say.
 *
 * @param verdict the judgement
 * @param failure why it is not held; empty when it is
 * @param findings what the glue left, or nothing
 */
record ScenarioOutcome(Verdict verdict, String failure, ScenarioRecorder findings) {
    static ScenarioOutcome of(Result steps, Optional<ScenarioRecorder> left) {
        ScenarioRecorder findings = left.orElseGet(ScenarioRecorder::new);
        Verdict ofSteps = verdictOf(steps);
        Verdict verdict = ofSteps.and(findings.verdict());
        String ofStep = steps.getError() == null
                ? "The scenario ended as " + steps.getStatus().name().toLowerCase(Locale.ROOT) + "."
                : Failure.sentence(steps.getError());
        String why = findings.fault()
                .map(fault -> ofSteps == Verdict.HELD ? fault : ofStep + "\n" + fault)
                .orElse(ofStep);
        return findings.broken()
                .map(broken -> new ScenarioOutcome(
                        Verdict.INCONCLUSIVE,
                        verdict == Verdict.HELD ? broken : broken + "\nSeen before that was known: " + why,
                        findings))
                .orElseGet(() -> new ScenarioOutcome(verdict, why, findings));
    }

    /** A failed assertion is a violation; whatever else stops a scenario proves nothing either way, or does not apply. */
    private static Verdict verdictOf(Result steps) {
        if (steps.getStatus() == Status.PASSED) {
            return Verdict.HELD;
        }
        if (steps.getError() instanceof MissingAbility) {
            return Verdict.NOT_APPLICABLE;
        }
        return steps.getError() instanceof AssertionError ? Verdict.VIOLATED : Verdict.INCONCLUSIVE;
    }
}
