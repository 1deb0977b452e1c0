package dev.firedrill.environments.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.RecoveryPoint;
import org.junit.jupiter.api.Test;

class KeptPointsTest {
    private final KeptPoints<String> points = new KeptPoints<>("the control plane");

    @Test
    void a_name_is_given_to_one_point_only() {
        points.requireNew(RecoveryPoint.P1);
        points.put(RecoveryPoint.P1, "kept");
        assertThat(points.get(RecoveryPoint.P1)).isEqualTo("kept");
        assertThatThrownBy(() -> points.requireNew(RecoveryPoint.P1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the control plane has a recovery point P1 already");
    }

    @Test
    void an_unknown_point_is_refused_with_those_that_there_are() {
        points.put(RecoveryPoint.P1, "kept");
        assertThatThrownBy(() -> points.get(RecoveryPoint.P2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the control plane has no recovery point P2, only [P1]");
    }
}
