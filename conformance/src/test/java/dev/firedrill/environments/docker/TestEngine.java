package dev.firedrill.environments.docker;

import dev.firedrill.environments.docker.Images.Of;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;

/**
 * Opens the engine where it and an image are there; elsewhere the tests are skipped, and one line says which it was. With
 * {@code FIREDRILL_REQUIRE_CONTAINERS=postgres,gitea} in the environment these run or fail, with {@code none} nothing runs.
 */
public final class TestEngine {
    private static final Logger LOG = Logger.getLogger(TestEngine.class.getName());
    private static final List<String> REQUIRED = List.of(
            System.getenv().getOrDefault("FIREDRILL_REQUIRE_CONTAINERS", "").split(","));

    private TestEngine() {}

    /** Why containers of a product cannot run here; empty where they can, and where they have to. */
    public static Optional<String> missing(Of product) {
        Images images = Images.configured();
        boolean runs =
                REQUIRED.contains(product.key()) || (!REQUIRED.contains("none") && Engine.canRun(images, product));
        String name = images.choice(product).name();
        LOG.warning(() -> runs
                ? "containers: " + product.key() + " runs here, the real product (" + name + " or its substitute)"
                : "containers: " + product.key() + " did NOT run here: no Docker engine or no image " + name);
        return runs ? Optional.empty() : Optional.of("no engine or image for " + product.key());
    }

    /** The engine, for tests of one product. */
    public static Engine engineFor(Of product) {
        Optional<String> missing = missing(product);
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        return Engine.open(Images.configured());
    }
}
