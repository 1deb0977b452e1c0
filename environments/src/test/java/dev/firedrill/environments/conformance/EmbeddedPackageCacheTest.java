package dev.firedrill.environments.conformance;

import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.PackageCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedPackageCacheTest extends PackageCacheConformance {
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
    PackageCache open() {
        return EmbeddedPackageCache.open(leash);
    }
}
