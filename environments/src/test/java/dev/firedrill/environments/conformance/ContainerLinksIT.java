package dev.firedrill.environments.conformance;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Here;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.link.ContainerLinks;
import dev.firedrill.environments.role.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ContainerLinksIT extends RealToxiproxyConformance {
    private static Engine engine;

    @BeforeAll
    static void holdOn() {
        engine = Here.engineFor(Images.Of.TOXIPROXY);
    }

    @AfterAll
    static void letGo() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    Links open() {
        return ContainerLinks.open(engine);
    }
}
