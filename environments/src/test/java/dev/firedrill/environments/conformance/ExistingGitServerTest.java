package dev.firedrill.environments.conformance;

import dev.firedrill.environments.existing.OtherGitServer;
import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.git.existing.ExistingGitServer;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.GitServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A server of ours plays that of somebody else. */
class ExistingGitServerTest extends GitServerConformance {
    private static ProcessSupervisor leash;
    private static EmbeddedGitServer other;

    @BeforeAll
    static void holdOn() {
        leash = ProcessSupervisor.open();
        other = EmbeddedGitServer.open(leash);
    }

    @AfterAll
    static void letGo() {
        leash.close();
    }

    @Override
    GitServer open() {
        return ExistingGitServer.open(Targets.of(other.address()), new OtherGitServer(other), leash);
    }
}
