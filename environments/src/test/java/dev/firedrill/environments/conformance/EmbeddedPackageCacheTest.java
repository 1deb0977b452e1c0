package dev.firedrill.environments.conformance;

import dev.firedrill.environments.database.EmbeddedPackageCache;
import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.PackageCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedPackageCacheTest extends PackageCacheConformance {
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
    PackageCache open() {
        return EmbeddedPackageCache.open(leash);
    }
}
