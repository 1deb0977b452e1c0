package dev.firedrill.environments.conformance;

import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedTimeTrapsTest extends TimeTrapsConformance<EmbeddedPackageCache> {
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
    EmbeddedPackageCache open() {
        return EmbeddedPackageCache.open(leash);
    }
}
