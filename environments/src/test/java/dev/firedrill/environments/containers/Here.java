package dev.firedrill.environments.containers;

import dev.firedrill.environments.containers.Images.Of;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;

/** Opens the engine where it and an image are there; elsewhere the tests are skipped. One line says which it was. */
public final class Here {
    private static final Logger LOG = Logger.getLogger(Here.class.getName());

    private Here() {}

    /** The engine, for tests of one product. */
    public static Engine engineFor(Of product) {
        Images images = Images.configured();
        boolean can = Engine.canRun(images, product);
        String name = images.choice(product).name();
        LOG.warning(() -> can
                ? "containers: " + product.key() + " runs here, the real product (" + name + " or its substitute)"
                : "containers: " + product.key() + " did NOT run here: no Docker engine or no image " + name);
        Assumptions.assumeTrue(can, "no engine or image for " + product.key());
        return Engine.open(images);
    }
}
