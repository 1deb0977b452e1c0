package dev.firedrill.steps.laboratory;

/**
 * Which form each role of the environment takes in a drill.
 *
 * @param controlPlane {@code in-process} or {@code api-server}
 * @param git {@code embedded}
 * @param database {@code embedded}
 * @param links {@code embedded}
 */
public record Forms(String controlPlane, String git, String database, String links) {
    /** The forms that need nothing installed. */
    public static Forms embedded() {
        return new Forms("in-process", "embedded", "embedded", "embedded");
    }

    /** The same forms with another control plane. */
    public Forms withControlPlane(String form) {
        return new Forms(form, git, database, links);
    }
}
