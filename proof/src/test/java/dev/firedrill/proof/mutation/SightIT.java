package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.options.Repetition;
import dev.firedrill.scenarios.options.Shard;
import dev.firedrill.scenarios.runner.Drill;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Isolated;

/** Three mutants of known fate, drilled one after the other on the same stores: S09, the package cache lost. */
@Isolated
@TestInstance(Lifecycle.PER_CLASS)
class SightIT {
    private static final String PASS_LOOP = "dev.firedrill.recovery.serve.PassLoop";
    private static final String SCANNER = "dev.firedrill.recovery.git.scan.Scanner";
    private static final Path HOME = Path.of(System.getProperty("firedrill.home"));
    private static final Path OUT = Path.of("target", "drills", "sight").toAbsolutePath();

    private final ProcessSupervisor supervisor = ProcessSupervisor.open();
    private final TestbedPool testbeds =
            new TestbedPool(supervisor, EnvironmentSpec.embedded(), DrillOptions.FEWEST_REPOSITORIES);
    private final RecoveryBytecode bytecode = RecoveryBytecode.ofThisBuild();
    private final MutantFactory factory = new MutantFactory(bytecode);
    private final DrillOptions options = new DrillOptions(
            List.of(HOME.resolve("features/disasters/4-cache-lost.feature").toString()),
            Optional.of("@S09"),
            Shard.ALL,
            EnvironmentSpec.embedded(),
            0,
            DrillOptions.FEWEST_REPOSITORIES,
            DrillOptions.USUAL_CRASH_POINTS,
            1,
            OUT,
            Optional.empty(),
            false,
            HOME,
            Promises.NONE,
            new Repetition(List.of("./firedrill", "drill"), List.of(), List.of()));
    private Optional<MutantTrial> trial = Optional.empty();

    @BeforeAll
    void survey() {
        List<String> first = Drill.plan(options).subList(0, 1);
        Reach reach = new Survey(bytecode, options, line -> {}).of(first, testbeds);
        trial = Optional.of(new MutantTrial(factory, reach, testbeds, options, (mutant, classes) -> Optional.empty()));
    }

    @AfterAll
    void end() {
        System.clearProperty(Patience.PASS.factorOfThisKind());
        System.clearProperty(Patience.START.factorOfThisKind());
        bytecode.close();
        testbeds.close();
        supervisor.close();
    }

    @Test
    void a_recovery_that_sees_nothing_published_is_caught_and_the_verdict_names_what_was_published() {
        MutantTrial.Trial ended = tried(SCANNER, "published", "Scanner::revision", 1);

        assertThat(ended.fate()).isEqualTo(MutantFate.CAUGHT);
        assertThat(ended.named()).contains("catalog.blueprints.network.edition-1");
    }

    @Test
    void a_recovery_that_only_logs_otherwise_survives_and_is_explained() {
        BytecodeMutant mutant =
                mutant(PASS_LOOP, "pass", "replaced equality check with false", "if (ended.changed()) {");

        assertThat(trial.orElseThrow().of(mutant, 2).fate()).isEqualTo(MutantFate.SURVIVED);
        assertThat(Equivalents.read(HOME).reason(mutant, "if (ended.changed()) {"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("log"));
    }

    @Test
    void a_recovery_whose_pass_never_ends_is_broken_soon_and_the_stores_after_it_are_sound() {
        Patience.PASS.become(Duration.ofSeconds(8));

        MutantTrial.Trial ended = tried(PASS_LOOP, "pass", "OrchestratorState::passEnds", 3);

        assertThat(ended.fate()).isEqualTo(MutantFate.BROKEN);
        assertThat(ended.took()).isLessThan(Duration.ofMinutes(1));
    }

    private MutantTrial.Trial tried(String className, String method, String change, int number) {
        return trial.orElseThrow().of(mutant(className, method, change, ""), number);
    }

    private BytecodeMutant mutant(String className, String method, String change, String code) {
        SourceLines sources = new SourceLines(HOME);
        return factory.mutants(className).stream()
                .filter(mutant -> mutant.sourceMethod().equals(method))
                .filter(mutant -> mutant.change().contains(change))
                .filter(mutant -> code.isEmpty() || sources.of(mutant).equals(code))
                .findFirst()
                .orElseThrow();
    }
}
