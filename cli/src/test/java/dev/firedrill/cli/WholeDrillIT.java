package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.kubernetes.apiserver.ApiServerBinaries;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.ResultComparison;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Isolated;

/** What a drill runs unasked, with the shipped recovery, and the five disasters once more on real products. */
@Isolated
@TestInstance(Lifecycle.PER_CLASS)
class WholeDrillIT {
    private final DrillResult whole = Drills.run("in-process", EnvironmentSpec.embedded(), Optional.empty());

    @Test
    void every_scenario_holds() {
        List<String> red = whole.scenarios().stream()
                .filter(scenario -> scenario.verdict() != Verdict.HELD)
                .map(scenario -> scenario.id() + ": " + scenario.failure())
                .toList();

        assertThat(red).isEmpty();
        assertThat(whole.scenarios())
                .extracting(ScenarioResult::id)
                .containsExactlyInAnyOrderElementsOf(whole.planned());
    }

    @Test
    void a_real_api_server_changes_nothing_about_the_five_disasters() {
        boolean required = Boolean.parseBoolean(System.getenv("FIREDRILL_REQUIRE_API_SERVER"));
        assumeTrue(
                required || ApiServerBinaries.find(System.getenv()).isPresent(),
                "no kube-apiserver here; ci/control-plane-binaries brings it");

        DrillResult real = Drills.run(
                "api-server",
                EnvironmentSpec.embedded().withControlPlane("api-server"),
                Optional.of("@five-disasters"));

        requireTheSameAsFarAs(real);
    }

    @Test
    void a_database_in_a_container_changes_nothing_about_the_five_disasters() {
        List<String> required = List.of(
                System.getenv().getOrDefault("FIREDRILL_REQUIRE_CONTAINERS", "").split(","));
        boolean possible = !required.contains("none") && Engine.canRun(Images.configured(), Images.Of.POSTGRES);
        assumeTrue(
                required.contains("postgres") || possible,
                "no Docker engine or no image of PostgreSQL here; ci/containers brings both");

        DrillResult real = Drills.run(
                "database-in-container",
                EnvironmentSpec.embedded().withDatabase("containers"),
                Optional.of("@five-disasters"));

        assertThat(real.environment().database().form()).isEqualTo("containers");
        requireTheSameAsFarAs(real);
    }

    private void requireTheSameAsFarAs(DrillResult real) {
        ResultComparison comparison = ResultComparison.of(Drills.asFarAs(real, whole), real);
        assertThat(comparison.scenarios()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(comparison.scenarios())
                .allSatisfy(scenario -> assertThat(scenario.differences()).isEmpty());
        assertThat(comparison.proved()).isTrue();
    }
}
