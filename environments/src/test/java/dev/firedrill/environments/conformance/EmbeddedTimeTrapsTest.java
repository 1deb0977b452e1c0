package dev.firedrill.environments.conformance;

import dev.firedrill.environments.database.EmbeddedPackageCache;
import dev.firedrill.environments.process.Leash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedTimeTrapsTest extends TimeTrapsConformance<EmbeddedPackageCache> {
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
    EmbeddedPackageCache open() {
        return EmbeddedPackageCache.open(leash);
    }
}
