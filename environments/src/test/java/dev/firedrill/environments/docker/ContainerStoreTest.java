package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which containers of a store come and go; what they do is seen on an engine. */
class ContainerStoreTest {
    private final List<String> happened = new ArrayList<>();
    private final ContainerStore<Recorded> store = new ContainerStore<>("The git server");

    @Test
    void the_next_container_starts_when_the_one_before_is_gone() {
        store.replace(() -> started("one"));
        store.replace(() -> started("two"));
        assertThat(happened).containsExactly("one started", "one destroyed", "two started");
        assertThat(store.present().name()).isEqualTo("two");
    }

    @Test
    void a_start_that_fails_leaves_no_container_and_the_next_call_says_so() {
        store.replace(() -> started("one"));
        assertThatThrownBy(() -> store.replace(() -> {
                    throw new EnvironmentFailure("no room");
                }))
                .hasMessage("no room");
        assertThat(store.isPresent()).isFalse();
        assertThat(store.endedByItself()).isEmpty();
        assertThatThrownBy(store::present)
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("The git server does not run");
    }

    @Test
    void destroying_twice_is_harmless() {
        store.replace(() -> started("one"));
        store.destroy();
        store.destroy();
        assertThat(happened).containsExactly("one started", "one destroyed");
    }

    private Recorded started(String name) {
        happened.add(name + " started");
        return new Recorded(name, happened);
    }

    private record Recorded(String name, List<String> happened) implements ServingContainer {
        @Override
        public RunningContainer container() {
            throw new UnsupportedOperationException("nothing runs here");
        }

        @Override
        public void startAgain() {
            happened.add(name + " started again");
        }

        @Override
        public void destroy() {
            happened.add(name + " destroyed");
        }
    }
}
