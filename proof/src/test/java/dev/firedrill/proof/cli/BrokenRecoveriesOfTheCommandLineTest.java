package dev.firedrill.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.ExitCode;
import dev.firedrill.cli.Firedrill;
import dev.firedrill.proof.mutants.Mutants;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the command line gains where the proof is on its class path. */
class BrokenRecoveriesOfTheCommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void all_broken_recoveries_are_listed_with_their_mistakes() {
        assertThat(run("drill", "--broken", "list")).isZero();
        assertThat(out.toString().lines()).hasSameSizeAs(Mutants.all());
        assertThat(Mutants.all())
                .allSatisfy(mutant -> assertThat(out.toString()).contains(mutant.name(), mutant.mistake()));
    }

    @Test
    void a_name_with_a_slip_comes_with_the_one_that_may_be_meant() {
        assertThat(run("drill", "--broken", "labels-wipd")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean 'labels-wiped'");
    }

    @Test
    void sight_is_a_benchmark() {
        assertThat(run("benchmark", "sight", "--sample", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--sample 0: one or more");
    }

    private int run(String... words) {
        CommandLine command = Firedrill.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(words);
    }
}
