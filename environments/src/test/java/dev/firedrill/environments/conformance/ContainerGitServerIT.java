package dev.firedrill.environments.conformance;

import dev.firedrill.environments.containers.ContainerGitServer;
import dev.firedrill.environments.containers.Engine;
import dev.firedrill.environments.containers.Here;
import dev.firedrill.environments.containers.Images;
import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.GitServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ContainerGitServerIT extends GiteaConformance {
    private static Engine engine;
    private static Leash leash;

    @BeforeAll
    static void holdOn() {
        engine = Here.engineFor(Images.Of.GITEA);
        leash = Leash.open();
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
