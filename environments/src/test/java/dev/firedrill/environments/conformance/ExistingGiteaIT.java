package dev.firedrill.environments.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Here;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.git.existing.ExistingGitServer;
import dev.firedrill.environments.git.gitea.ContainerGitServer;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.GitServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A Gitea in a container plays that of somebody else: an organisation of it, through its API, as one of its owners. */
class ExistingGiteaIT extends GiteaConformance {
    private static Engine engine;
    private static ProcessSupervisor leash;
    private static ContainerGitServer other;

    @BeforeAll
    static void holdOn() {
        engine = Here.engineFor(Images.Of.GITEA);
        leash = ProcessSupervisor.open();
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

    @Override
    GitServer open() {
        return ExistingGitServer.open(Targets.of(other.address()), leash);
    }
}
