package dev.firedrill.environments.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.containers.ContainerGitServer;
import dev.firedrill.environments.containers.Engine;
import dev.firedrill.environments.containers.Here;
import dev.firedrill.environments.containers.Images;
import dev.firedrill.environments.existing.ExistingGitServer;
import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.GitServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Gitea in a container plays that of somebody else: an organisation of it, through its API, as one of its owners. */
class ExistingGiteaIT extends GitServerConformance {
    private static Engine engine;
    private static Leash leash;
    private static ContainerGitServer other;

    @BeforeAll
    static void holdOn() {
        engine = Here.engineFor(Images.Of.GITEA);
        leash = Leash.open();
        other = ContainerGitServer.open(engine, leash);
    }

    @AfterAll
    static void letGo() {
        if (other != null) {
            assertThat(other.repositories()).isEmpty();
            other.close();
        }
        if (leash != null) {
            leash.close();
            engine.close();
        }
    }

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

    @Override
    GitServer open() {
        return ExistingGitServer.open(Targets.of(other.address()), leash);
    }
}
