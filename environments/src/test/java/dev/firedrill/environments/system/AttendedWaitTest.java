package dev.firedrill.environments.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttendedWaitTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void what_is_waited_for_is_handed_out_when_it_is_there() {
        AttendedWait wait = new AttendedWait(() -> true, () -> "", Optional::empty);

        assertThat(wait.until("the third", looks::incrementAndGet, look -> look == 3))
                .isEqualTo(3);
    }

    @Test
    void a_system_that_ends_by_itself_is_to_blame_and_shows_the_end_of_its_log() {
        String log = IntStream.rangeClosed(1, 40).mapToObj(n -> "line " + n).collect(Collectors.joining("\n"));
        AttendedWait wait = new AttendedWait(() -> looks.get() < 2, () -> log, Optional::empty);

        assertThatThrownBy(() -> wait.until("what never comes", looks::incrementAndGet, look -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ended by itself")
                .hasMessageContaining("line 11\n")
                .hasMessageEndingWith("line 40")
                .hasMessageNotContaining("line 10\n");
        assertThat(looks).hasValue(2);
    }

    @Test
    void a_store_that_ends_by_itself_is_not_the_fault_of_the_system() {
        AttendedWait wait = new AttendedWait(() -> true, () -> "", () -> Optional.of("git has ended: killed"));

        assertThatThrownBy(() -> wait.until("what never comes", looks::incrementAndGet, look -> false))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessage("git has ended: killed");
    }
}
