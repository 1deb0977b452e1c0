package dev.firedrill.steps.drill;

import java.net.URI;
import java.nio.file.Path;

/** Builds the ids of scenarios: {@code <feature path>:<line>}, the same on every machine. */
final class ScenarioId {
    private final Path home;

    ScenarioId(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    String of(URI feature, int line) {
        return path(feature) + ":" + line;
    }

    private String path(URI feature) {
        if (!"file".equals(feature.getScheme())) {
            return feature.getSchemeSpecificPart();
        }
        // Cucumber writes relative files as file:features/…, which is opaque and no java.nio path.
        String part = feature.isOpaque() ? feature.getSchemeSpecificPart() : feature.getPath();
        Path file = Path.of(part).toAbsolutePath().normalize();
        return (file.startsWith(home) ? home.relativize(file) : file).toString().replace('\\', '/');
    }
}
