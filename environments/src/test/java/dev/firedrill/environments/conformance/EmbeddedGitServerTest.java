package dev.firedrill.environments.conformance;

import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.GitServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedGitServerTest extends GitServerConformance {
    private static ProcessSupervisor leash;

    @BeforeAll
    static void holdOn() {
        leash = ProcessSupervisor.open();
    }

    @AfterAll
    static void letGo() {
        leash.close();
    }

    @Override
    GitServer open() {
        return EmbeddedGitServer.open(leash);
    }
}
