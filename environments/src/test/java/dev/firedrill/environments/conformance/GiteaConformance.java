package dev.firedrill.environments.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every form of the git server behind which a Gitea stands is held to. */
abstract class GiteaConformance extends GitServerConformance {
    /** Gitea differs: letters of other scripts are refused, and refused as other bad names are. */
    @Override
    @ParameterizedTest
    @ValueSource(
            strings = {"edge1", "a.b-c_d", "R1", "übung", "数据", "x23456789-123456789-123456789-123456789-123456789-123"
            })
    void ordinary_names_of_any_script_are_taken(String name) throws IOException {
        if (name.chars().allMatch(letter -> letter < 128)) {
            super.ordinary_names_of_any_script_are_taken(name);
        } else {
            assertThatThrownBy(() -> super.ordinary_names_of_any_script_are_taken(name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
