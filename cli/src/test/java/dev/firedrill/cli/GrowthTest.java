package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firedrill.cli.Growth.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final List<Integer> SIZES = List.of(10, 30, 100, 300);

    @Test
    void a_line_is_found_again() {
        Growth growth = Growth.through(points(1, 400));

        assertThat(growth.perUnit()).isCloseTo(7, within(1e-9));
        assertThat(growth.fixed()).isCloseTo(400, within(1e-6));
        assertThat(growth.exponent()).isLessThan(1);
    }

    @Test
    void what_doubles_with_the_size_is_linear_and_what_quadruples_is_not() {
        assertThat(Growth.through(points(1, 0)).exponent()).isCloseTo(1, within(1e-9));
        assertThat(Growth.through(points(2, 0)).exponent()).isCloseTo(2, within(1e-9));
    }

    private static List<Point> points(int power, double fixed) {
        return SIZES.stream()
                .map(size -> new Point(size, fixed + 7 * Math.pow(size, power)))
                .toList();
    }
}
