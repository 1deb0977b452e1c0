package dev.firedrill.environments.conformance;

import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.postgres.existing.ExistingPackageCache;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.PackageCache;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A server of ours plays that of somebody else. */
class ExistingPackageCacheTest extends PackageCacheConformance {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static ProcessSupervisor leash;
    private static EmbeddedPackageCache server;

    @BeforeAll
    static void holdOn() {
        leash = ProcessSupervisor.open();
        server = EmbeddedPackageCache.open(leash);
    }

    @AfterAll
    static void letGo() {
        leash.close();
    }

    @Override
    PackageCache open() {
        return ExistingPackageCache.open(Targets.of(server.provide("lab" + DATABASES.incrementAndGet())));
    }
}
