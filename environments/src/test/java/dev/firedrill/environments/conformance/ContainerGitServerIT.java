package dev.firedrill.environments.conformance;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Here;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.git.gitea.ContainerGitServer;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.GitServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ContainerGitServerIT extends GiteaConformance {
    private static Engine engine;
    private static ProcessSupervisor leash;

    @BeforeAll
    static void holdOn() {
        engine = Here.engineFor(Images.Of.GITEA);
        leash = ProcessSupervisor.open();
    }

    @AfterAll
    static void letGo() {
        if (engine != null) {
            engine.close();
            leash.close();
        }
    }

    @Override
    GitServer open() {
        return ContainerGitServer.open(engine, leash);
    }
}
