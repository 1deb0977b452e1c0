package dev.firedrill.environments.conformance;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Here;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.postgres.container.ContainerPackageCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ContainerTimeTrapsIT extends TimeTrapsConformance<ContainerPackageCache> {
    private static Engine engine;

    @BeforeAll
    static void holdOn() {
        engine = Here.engineFor(Images.Of.POSTGRES);
    }

    @AfterAll
    static void letGo() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    ContainerPackageCache open() {
        return ContainerPackageCache.open(engine);
    }
}
