package dev.firedrill.environments.interlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.process.HostName;
import dev.firedrill.environments.process.RunLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterlockTest {
    private final Box store = new Box();
    private final Guard guard = new Guard(store);

    @ParameterizedTest
    @CsvSource({
        "lab, git.example, owner, ''",
        "PROD, git.example, owner, name 'PROD'",
        "lab, git.production.example, owner, git host",
        "lab, git.example, team-prod, git owner",
        "lab, git.billing.example, owner, git host",
        "shop, git.example, owner, name 'shop'",
        "workshop, git.example, owner, ''"
    })
    void what_is_denied_is_refused_before_anybody_is_asked(String name, String host, String owner, String said) {
        Target target = target(name, "https://" + host + "/" + owner);
        List<String> asked = new ArrayList<>();
        if (said.isEmpty()) {
            assertThat(Interlock.engage(target, () -> Optional.of(name)).target())
                    .isEqualTo(target);
        } else {
            assertThatThrownBy(() -> Interlock.engage(target, () -> {
                        asked.add(name);
                        return Optional.of(name);
                    }))
                    .isInstanceOf(InterlockRefused.class)
                    .hasMessageContaining(said);
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void the_name_must_be_given_exactly() {
        Target target = target("lab", "https://git.example/owner");
        assertThatThrownBy(() -> Interlock.engage(target, Optional::empty))
                .isInstanceOf(InterlockRefused.class)
                .hasMessageContaining("--confirm-target lab");
        assertThatThrownBy(() -> Interlock.engage(target, () -> Optional.of("Lab")))
                .isInstanceOf(InterlockRefused.class)
                .hasMessageContaining("'Lab' is not its name");
    }

    @Test
    void an_empty_store_is_taken_and_known_again() {
        guard.claim();
        guard.require("lose");
        String before = guard.incarnation();
        guard.renew();
        guard.require("lose");
        assertThat(guard.incarnation()).isNotEqualTo(before);
    }

    @Test
    void a_store_with_anything_in_it_is_left_alone() {
        store.things.addAll(List.of("a", "b", "c", "d", "e"));
        assertThatThrownBy(guard::claim)
                .isInstanceOf(InterlockRefused.class)
                .hasMessageContaining("a, b, c and 2 more");
        assertThat(store.marker).isEmpty();
        assertThat(store.things).hasSize(5);
    }

    @Test
    void without_its_marker_nothing_is_destroyed() {
        assertThatThrownBy(() -> guard.require("lose")).isInstanceOf(InterlockRefused.class);
        guard.claim();
        store.marker = Optional.empty();
        assertThatThrownBy(() -> guard.require("lose"))
                .isInstanceOf(InterlockRefused.class)
                .hasMessageContaining("Refused to lose the box")
                .hasMessageContaining("does not carry");
        store.marker = Optional.of("something");
        assertThatThrownBy(() -> guard.require("lose")).hasMessageContaining("not of Firedrill");
        store.marker = Optional.of(Marker.of("another").text());
        assertThatThrownBy(() -> guard.require("lose")).hasMessageContaining("another drill");
    }

    @Test
    void what_a_dead_drill_left_is_taken_over() {
        store.marker = Optional.of(new Marker("n", new RunLabel(HostName.ofThisMachine(), 999_999_999, 1), "i").text());
        store.things.add("left behind");
        guard.claim();
        guard.require("lose");
        assertThat(store.things).isEmpty();
    }

    @Test
    void what_a_living_or_distant_drill_holds_is_not() {
        for (RunLabel run : List.of(RunLabel.ofThisJvm(), new RunLabel("elsewhere.example", 1, 1))) {
            String marker = new Marker("n", run, "i").text();
            store.marker = Optional.of(marker);
            assertThatThrownBy(guard::claim)
                    .isInstanceOf(InterlockRefused.class)
                    .hasMessageContaining(String.valueOf(run.pid()))
                    .hasMessageContaining("to clear it by hand, turn it over");
            assertThat(store.marker).contains(marker);
        }
        store.marker = Optional.of("firedrill-interlock 1\nnonce=tampered");
        assertThatThrownBy(guard::claim).hasMessageContaining("cannot read");
    }

    private static Target target(String name, String url) {
        return new Target(
                name,
                Optional.empty(),
                Optional.of(new Target.Git(url, "user", "secret", Optional.empty())),
                Optional.empty(),
                List.of("*billing*", "shop"));
    }

    private static final class Box implements MarkedStore {
        private Optional<String> marker = Optional.empty();
        private final List<String> things = new ArrayList<>();

        @Override
        public String title() {
            return "the box";
        }

        @Override
        public Optional<String> marker() {
            return marker;
        }

        @Override
        public List<String> foreign() {
            return things;
        }

        @Override
        public void plant(String text) {
            marker = Optional.of(text);
        }

        @Override
        public void wipe() {
            things.clear();
        }

        @Override
        public String byHand() {
            return "turn it over";
        }
    }
}
