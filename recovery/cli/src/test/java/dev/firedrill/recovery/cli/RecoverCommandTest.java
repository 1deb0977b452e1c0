package dev.firedrill.recovery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.plan.Plan;
import dev.firedrill.recovery.reconcile.PassResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code recover} says of rescue sets, which may hold what passes before this one took out. */
class RecoverCommandTest {
    private static final PassResult RESULT = new PassResult(
            new ClusterView(List.of(), List.of(), Map.of(), Map.of(), "1"),
            new Plan(List.of(), List.of(), List.of(), List.of()),
            List.of(),
            0,
            List.of(),
            Map.of(),
            List.of("r1.foo.w"),
            "pass-7",
            List.of(),
            Instant.EPOCH,
            Instant.EPOCH);

    @Test
    void a_pass_that_took_nothing_out_names_no_set_that_could_be_restored() {
        assertThat(printed(false))
                .contains("In rescue sets (1), which 'rescue list' names:", "r1.foo.w")
                .doesNotContain("pass-7");
        assertThat(RecoverCommand.json(RESULT, false).has("rescueSet")).isFalse();
    }

    @Test
    void a_pass_that_took_something_out_names_its_set() {
        assertThat(printed(true)).contains("'rescue restore pass-7' brings it back");
        assertThat(RecoverCommand.json(RESULT, true).path("rescueSet").asText()).isEqualTo("pass-7");
    }

    private static String printed(boolean rescued) {
        StringWriter out = new StringWriter();
        PrintWriter to = new PrintWriter(out);
        RecoverCommand.print(to, RESULT, rescued);
        to.flush();
        return out.toString();
    }
}
