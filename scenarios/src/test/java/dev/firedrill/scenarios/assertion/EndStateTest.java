package dev.firedrill.scenarios.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.role.system.Rescues.Rescued;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EndStateTest {
    private static final Rescued COPY =
            new Rescued("packages.a.first", "Draft", 0, "hash", new TreeMap<>(), new TreeMap<>(), Map.of());

    private final Seen seen = new Seen();

    @Test
    void two_recoveries_that_leave_the_same_end_alike_whatever_identities_they_gave() {
        EndState one = end();
        seen.repository("catalog", "another uid", true, "");

        assertThat(end()).isEqualTo(one);
    }

    @Test
    void a_row_that_is_gone_or_holds_something_else_is_another_end() {
        EndState whole = end();

        seen.holds(Seen.then(Seen.DRAFT).containing("other"));
        assertThatThrownBy(() -> end().isLike(whole))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("row packages.a.first");

        seen.lost(Seen.DRAFT);
        assertThatThrownBy(() -> end().isLike(whole)).hasMessageContaining("missing: row packages.a.first");
    }

    @Test
    void a_repository_that_is_not_ready_is_another_end() {
        EndState whole = end();
        seen.repository("catalog", "uid-catalog", false, "");

        assertThatThrownBy(() -> end().isLike(whole)).hasMessageContaining("Repository catalog");
    }

    @Test
    void a_copy_that_was_rescued_twice_is_two_facts() {
        assertThat(end(COPY, COPY)).isNotEqualTo(end(COPY)).isEqualTo(end(COPY, COPY));
        assertThat(end(COPY)).isNotEqualTo(end());
    }

    private EndState end(Rescued... rescued) {
        return EndState.of(seen.observation(), List.of(rescued));
    }
}
