package dev.firedrill.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.faults.Misconfiguration;
import dev.firedrill.scenarios.plan.ClockReading;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.RolloutOrder;
import dev.firedrill.scenarios.plan.RolloutStrategy;
import io.cucumber.java.ParameterType;
import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParameterTypesTest {
    private final ParameterTypes types = new ParameterTypes();

    @Test
    void every_reading_of_a_clock_has_words() throws NoSuchMethodException {
        assertThat(words("reading").map(types::reading)).containsExactlyInAnyOrder(ClockReading.values());
    }

    @Test
    void every_problem_of_a_store_has_words() throws NoSuchMethodException {
        assertThat(words("problem").map(types::problem)).containsExactlyInAnyOrder(Misconfiguration.values());
    }

    @Test
    void every_condition_means_something_of_its_own() throws NoSuchMethodException {
        DisasterPlan plan = types.disaster("git is lost").plan(List::of, point -> OffsetDateTime.MIN);
        List<String> words = words("condition").toList();

        assertThat(words.stream().map(word -> types.condition(word).apply(plan)))
                .doesNotContain(plan)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_rollout_says_order_batch_and_how_batches_follow_each_other() {
        RolloutStrategy usual = RolloutStrategy.of(RolloutOrder.VARIANTS_FIRST, 3);

        assertThat(types.rollout("with PackageVariants first, 3 at a time")).isEqualTo(usual);
        assertThat(types.rollout("with PackageVariants first, 3 at a time, without waiting in between"))
                .isEqualTo(usual.withoutWaiting());
        assertThat(types.rollout("with PackageVariants first, 3 at a time, interrupted half-way and resumed"))
                .isEqualTo(usual.interruptedHalfWay());
    }

    @Test
    void words_without_a_meaning_are_refused() {
        assertThatThrownBy(() -> types.reading("by the sun")).hasMessageContaining("by the sun");
    }

    private static Stream<String> words(String type) throws NoSuchMethodException {
        Method method = ParameterTypes.class.getMethod(type, String.class);
        return Stream.of(method.getAnnotation(ParameterType.class).value().split("\\|"));
    }
}
