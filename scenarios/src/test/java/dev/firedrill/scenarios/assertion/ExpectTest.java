package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectTest {
    @Test
    void a_value_that_is_not_the_wanted_one_is_told_beside_it() {
        assertThatCode(() -> claim("it").isEqual(1, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> claim("it").isEqual(1, 2)).hasMessage("it: expected 2, but it is 1");
    }

    @Test
    void of_two_maps_every_difference_is_told_and_nothing_else() {
        assertThatCode(() -> claim("it").isSame(Map.of("a", 1), Map.of("a", 1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> claim("it").isSame(Map.of("a", 1, "b", 2, "d", 4), Map.of("a", 1, "b", 3, "c", 4)))
                .hasMessage("it:\n  b: expected 3, but it is 2\n  missing: c 4\n  not expected: d 4");
    }

    @Test
    void very_many_differences_are_counted() {
        Map<Integer, Integer> many = new TreeMap<>();
        for (int i = 0; i < 25; i++) {
            many.put(i, i);
        }

        assertThatThrownBy(() -> claim("it").isSame(many, Map.of())).hasMessageEndingWith("and 5 more");
    }

    @Test
    void rows_are_compared_without_their_order_and_with_their_cells() {
        List<List<String>> rows = List.of(List.of("a", "1"), List.of("b", "2"));

        assertThatCode(() -> claim("it").isSame(rows, List.of(List.of("b", "2"), List.of("a", "1"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> claim("it").isSame(rows, List.of(List.of("a", "1"), List.of("b", "3"))))
                .hasMessageContaining("missing: b | 3")
                .hasMessageContaining("not expected: b | 2");
    }

    @Test
    void a_word_is_found_whatever_its_case_and_not_found_where_it_is_not() {
        assertThatCode(() -> claim("it").mentions("Register it first", "register"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> claim("it").mentions("no", "register")).hasMessageContaining("speak of 'register'");
        assertThatThrownBy(() -> claim("it").contains(List.of("a"), "b")).hasMessageContaining("'b' among them");
    }
}
