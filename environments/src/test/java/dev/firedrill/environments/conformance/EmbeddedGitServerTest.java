package dev.firedrill.environments.conformance;

import dev.firedrill.environments.git.EmbeddedGitServer;
import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.GitServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedGitServerTest extends GitServerConformance {
    private static Leash leash;

    @BeforeAll
    static void holdOn() {
        leash = Leash.open();
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
