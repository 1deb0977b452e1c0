package dev.firedrill.environments.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitTest {
    @AfterEach
    void nobodyElseIsHurried() {
        System.clearProperty(Patience.FACTOR);
    }

    @Test
    void the_first_wanted_value_ends_the_wait() {
        AtomicInteger counter = new AtomicInteger();
        assertThat(Wait.until("three", Patience.PROMPT, counter::incrementAndGet, seen -> seen == 3))
                .isEqualTo(3);
        assertThat(counter).hasValue(3);
    }

    @Test
    void a_spent_budget_names_what_was_seen_last() {
        System.setProperty(Patience.FACTOR, "0.01");
        assertThatThrownBy(() -> Wait.until("the tide", Patience.PROMPT, () -> "low water", "high water"::equals))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("0.1 s for the tide; last seen: low water");
    }

    @Test
    void a_reason_to_give_up_ends_the_wait_at_once() {
        assertThatThrownBy(() -> Wait.until("a dead process", Patience.FIRST_TIME, () -> {
                    throw new EnvironmentFailure("it ended");
                }))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessage("it ended");
    }

    @Test
    void a_slow_machine_gets_more_of_every_budget() {
        System.setProperty(Patience.FACTOR, "3");
        assertThat(Patience.PROMPT.budget()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_factor_that_makes_no_sense_is_refused_by_name() {
        System.setProperty(Patience.FACTOR, "-1");
        assertThatThrownBy(Patience.PROMPT::budget).hasMessageContaining("firedrill.patience=-1");
    }

    @Test
    void a_pass_over_many_repositories_gets_time_for_each_of_them() {
        Duration usual = Patience.PASS.budget();
        Duration prompt = Patience.PROMPT.budget();
        try {
            Patience.passesOver(1000);
            System.setProperty(Patience.FACTOR, "2");
            assertThat(Patience.PASS.budget()).isEqualTo(usual.plusSeconds(1000).multipliedBy(2));
            assertThat(Patience.PROMPT.budget()).isEqualTo(prompt.multipliedBy(2));
        } finally {
            Patience.passesOver(0);
        }
    }
}
