package dev.firedrill.steps.laboratory;

import java.util.Map;

/**
 * Which form each role of the environment takes in a drill; {@link FormCatalogue} knows the names.
 *
 * @param controlPlane the form of the Kubernetes API
 * @param git the form of the git server
 * @param database the form of the package cache
 * @param links the form of what stands between the orchestrator and these
 * @param images the images that the user named for forms in containers, by the product's key
 */
public record Forms(String controlPlane, String git, String database, String links, Map<String, String> images) {
    public Forms {
        images = Map.copyOf(images);
    }

    /** The forms that need nothing installed. */
    public static Forms embedded() {
        return new Forms("in-process", "embedded", "embedded", "embedded", Map.of());
    }

    /** Every role as a real product in a container. */
    public static Forms containers() {
        return new Forms("containers", "containers", "containers", "containers", Map.of());
    }

    /** The same forms with another control plane. */
    public Forms withControlPlane(String form) {
        return new Forms(form, git, database, links, images);
    }

    /** The same forms with another package cache. */
    public Forms withDatabase(String form) {
        return new Forms(controlPlane, git, form, links, images);
    }
}
