package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An explanation is of one change of one line and of no other, and has a reason. */
class EquivalentsTest {
    private static final BytecodeMutant MUTANT = new BytecodeMutant(
            SampleMutants.CLASS, "lambda$decide$3", "()V", 12, 40, "VoidMethodCallMutator", "removed call to log");

    @TempDir
    private Path home;

    private static Equivalents explaining(String method, String change, String code) {
        return new Equivalents(List.of(new Equivalents.Entry(
                SampleMutants.CLASS, method, "VoidMethodCallMutator", change, code, "only a log line is missing")));
    }

    @Test
    void a_mutant_of_a_lambda_is_named_by_the_method_around_it() {
        assertThat(explaining("decide", "removed call to log", "log();").reason(MUTANT, "log();"))
                .contains("only a log line is missing");
    }

    @Test
    void another_line_change_or_method_is_not_explained() {
        assertThat(explaining("decide", "removed call to log", "log();").reason(MUTANT, "write();"))
                .isEmpty();
        assertThat(explaining("decide", "removed call to write", "log();").reason(MUTANT, "log();"))
                .isEmpty();
        assertThat(explaining("act", "removed call to log", "log();").reason(MUTANT, "log();"))
                .isEmpty();
    }

    @Test
    void an_entry_without_a_reason_is_refused() throws IOException {
        write("- {className: a.B, method: c, mutator: M, change: d, code: e}\n");

        assertThatThrownBy(() -> Equivalents.read(home))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("equivalents.yaml")
                .hasMessageContaining("no reason");
    }

    @Test
    void the_entries_of_this_checkout_can_be_read() throws IOException {
        write(Files.readString(Path.of("..", Equivalents.FILE)));

        assertThat(Equivalents.read(home).reason(MUTANT, "")).isEmpty();
    }

    private void write(String yaml) throws IOException {
        Path file = home.resolve(Equivalents.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }
}
