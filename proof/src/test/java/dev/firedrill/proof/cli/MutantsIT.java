package dev.firedrill.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.Drills;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.Verdict;
import dev.firedrill.proof.mutants.Mutant;
import dev.firedrill.proof.mutants.Mutants;
import dev.firedrill.reports.Reports;
import dev.firedrill.reports.result.CheckFinding;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.MutantReport;
import dev.firedrill.reports.result.MutantReports;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The proof that a drill can fail: each deliberately wrong recovery turns it red, and for its own reason. Those of a kind of
 * which others are drilled anyway wait for {@code -Dfiredrill.mutants=all}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class MutantsIT {
    /** Each beside one that does damage of the same kind, which stands behind it. */
    private static final Map<String, String> LIKE_ANOTHER = Map.ofEntries(
            Map.entry("tags-dropped", "default-branch-only"),
            Map.entry("first-repository-only", "success-without-work"),
            Map.entry("torn-writes", "empty-packages"),
            Map.entry("drafts-swept", "drafts-without-branch"),
            Map.entry("labels-forgotten", "annotation-dropped"),
            Map.entry("draft-for-published", "wedge"),
            Map.entry("empty-remote-unchanged", "empties-on-empty-remote"),
            Map.entry("question-marks", "line-ends"),
            Map.entry("nested-packages", "hidden-files"),
            Map.entry("born-in-1970", "published-now"),
            Map.entry("rescue-only-said", "nothing-rescued"),
            Map.entry("finalizer-on-row", "owner-invented"),
            Map.entry("writer-forged", "time-put-back"),
            Map.entry("latest-twice", "latest-nowhere"),
            Map.entry("index-dropped", "trigger-disabled"),
            Map.entry("release-tag-moved", "feature-branch-moved"),
            Map.entry("deployment-turned", "description-rewritten"),
            Map.entry("repository-annotated", "repository-labelled"),
            Map.entry("reason-invented", "message-empty"),
            Map.entry("targets-forgotten", "variants-stuck"),
            Map.entry("invoice-unlabelled", "neighbour-labelled"),
            Map.entry("package-described", "package-writer-forged"),
            Map.entry("package-time-put-back", "package-writer-forged"),
            Map.entry("foreign-owner-dropped", "owner-invented"),
            Map.entry("set-misnamed", "reason-wrong"),
            Map.entry("fingerprint-wrong", "reason-wrong"),
            Map.entry("rescued-without-reason", "reason-wrong"),
            Map.entry("deletion-hurried", "deletion-forgotten"),
            Map.entry("list-never-newer", "list-kind-wrong"),
            Map.entry("listed-twice", "missing-in-list"),
            Map.entry("owners-untold", "tasks-untold"),
            Map.entry("conditions-untold", "tasks-untold"),
            Map.entry("created-now", "uid-invented"),
            Map.entry("version-frozen", "uid-invented"),
            Map.entry("publisher-forged", "uid-invented"),
            Map.entry("draft-becomes-published-by-approval", "draft-becomes-published-by-update"),
            Map.entry("draft-becomes-deletion-proposed-by-update", "draft-becomes-published-by-update"),
            Map.entry("draft-becomes-deletion-proposed-by-approval", "draft-becomes-published-by-update"),
            Map.entry("draft-becomes-proposed-by-approval", "draft-becomes-published-by-update"),
            Map.entry("proposed-becomes-deletion-proposed-by-update", "proposed-becomes-published-by-update"),
            Map.entry("proposed-becomes-deletion-proposed-by-approval", "proposed-becomes-published-by-update"),
            Map.entry("published-becomes-draft-by-approval", "published-becomes-draft-by-update"),
            Map.entry("published-becomes-proposed-by-update", "published-becomes-draft-by-update"),
            Map.entry("published-becomes-proposed-by-approval", "published-becomes-draft-by-update"),
            Map.entry("deletion-proposed-becomes-draft-by-update", "published-becomes-draft-by-update"),
            Map.entry("deletion-proposed-becomes-draft-by-approval", "published-becomes-draft-by-update"),
            Map.entry("deletion-proposed-becomes-proposed-by-update", "published-becomes-draft-by-update"),
            Map.entry("deletion-proposed-becomes-proposed-by-approval", "published-becomes-draft-by-update"),
            Map.entry("text-empties-finalizers", "old-readings-taken"),
            Map.entry("files-of-proposed-changed", "files-of-published-changed"),
            Map.entry("files-of-deletion-proposed-changed", "files-of-published-changed"));

    private final ProcessSupervisor supervisor = ProcessSupervisor.open();
    private final TestbedPool testbeds =
            new TestbedPool(supervisor, EnvironmentSpec.embedded(), DrillOptions.FEWEST_REPOSITORIES);
    private final List<ScenarioResult> scenarios = Collections.synchronizedList(new ArrayList<>());
    private final List<MutantReport> mutants = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<DrillResult> last = Optional.empty();

    static List<String> names() {
        boolean all = "all".equals(System.getProperty("firedrill.mutants"));
        return Mutants.all().stream()
                .map(Mutant::name)
                .filter(name -> all || !LIKE_ANOTHER.containsKey(name))
                .toList();
    }

    @Test
    void every_kind_of_damage_is_drilled() {
        assertThat(Mutants.all()).extracting(Mutant::name).containsAll(LIKE_ANOTHER.keySet());
        assertThat(names()).containsAll(LIKE_ANOTHER.values());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_wrong_recovery_is_found_out(String name) {
        Mutant broken = Mutants.named(name).orElseThrow();

        DrillResult result = Drills.session("broken/" + name, Optional.of(broken.scenario()), Optional.of(name))
                .runOn(testbeds);
        String reasons = result.scenarios().stream()
                .filter(scenario -> scenario.verdict() == Verdict.VIOLATED)
                .map(MutantsIT::reasons)
                .collect(Collectors.joining("\n"));

        Pattern expected = Pattern.compile(broken.reason(), Pattern.DOTALL);
        last = Optional.of(result);
        scenarios.addAll(result.scenarios());
        mutants.add(new MutantReport(
                name, broken.mistake(), expected.matcher(reasons).find()));
        assertThat(reasons).as("why it is red, because it %s", broken.mistake()).containsPattern(expected);
    }

    /** Publishes how many were found out, on the output and in the report; the drills were red, and the report of them is red as well. */
    @AfterAll
    void publish() {
        testbeds.close();
        supervisor.close();
        MutantReports found = MutantReports.of(mutants);
        // For whoever reads the build's log; the page below has the same with its reasons.
        System.out.println("broken recoveries found out: " + found.killed() + "/" + found.total());
        mutants.stream()
                .map(mutant -> "  " + (mutant.killed() ? "found  " : "MISSED ") + mutant.name())
                .forEach(System.out::println);
        last.ifPresent(result -> Reports.write(
                result.toBuilder().scenarios(scenarios).mutants(found).build(), Drills.out("broken")));
    }

    private static String reasons(ScenarioResult scenario) {
        return scenario.failure() + "\n"
                + Stream.concat(
                                scenario.loss().items().stream()
                                        .filter(item -> !item.allowed())
                                        .map(item -> item.object() + " was " + item.was() + " is " + item.is() + ": "
                                                + item.why()),
                                scenario.findings().stream().map(CheckFinding::sentence))
                        .collect(Collectors.joining("\n"));
    }
}
