package dev.firedrill.recovery.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void tells_what_is_wrong_apart_from_what_to_do() {
        Problem problem = Problem.of("package cache x: the login was refused (no; really); check the password file.");

        assertThat(problem.message()).isEqualTo("package cache x: the login was refused (no; really)");
        assertThat(problem.hint()).contains("check the password file");
    }

    @Test
    void has_no_hint_where_nobody_can_do_anything() {
        Problem problem = Problem.of("A pass failed: is dead, useless.");

        assertThat(problem.message()).isEqualTo("A pass failed: is dead, useless");
        assertThat(problem.hint()).isEmpty();
    }

    @Test
    void writes_a_hint_only_where_there_is_one() {
        ArrayNode written = Json.array();

        Problem.write(List.of("a; b.", "c."), written);

        assertThat(written).hasToString("[{\"message\":\"a\",\"hint\":\"b\"},{\"message\":\"c\"}]");
    }
}
