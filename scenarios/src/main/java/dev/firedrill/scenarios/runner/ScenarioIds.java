package dev.firedrill.scenarios.runner;

import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestSourceParsed;
import io.cucumber.plugin.event.TestSourceRead;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Builds the ids of scenarios, which stay what they are when lines are added above: {@code <feature path>#<name>}, of an
 * example of an outline with its values, {@code <feature path>#<name> [<value>, <value>]}, and where that stands twice in
 * a file, with a number. Learns the texts of features from a run of Cucumber. Safe for use by several threads.
 */
public final class ScenarioIds {
    private final Path home;
    private final Map<URI, String> texts = new ConcurrentHashMap<>();
    private final Map<URI, FeatureSource> sources = new ConcurrentHashMap<>();

    ScenarioIds(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** Listens to a run. */
    void listen(EventPublisher publisher) {
        publisher.registerHandlerFor(TestSourceRead.class, read -> texts.put(read.getUri(), read.getSource()));
        publisher.registerHandlerFor(TestSourceParsed.class, this::parsed);
    }

    private void parsed(TestSourceParsed parsed) {
        sources.put(
                parsed.getUri(),
                new FeatureSource(texts.getOrDefault(parsed.getUri(), ""), List.copyOf(parsed.getNodes())));
    }

    /** The text that a scenario stands in. */
    FeatureSource source(TestCase scenario) {
        return sources.getOrDefault(scenario.getUri(), new FeatureSource("", List.of()));
    }

    String of(TestCase scenario) {
        int line = scenario.getLocation().getLine();
        return path(scenario.getUri()) + "#" + source(scenario).label(line, scenario.getName());
    }

    /** A feature's path, seen from the folder that holds {@code features/}. */
    String path(URI feature) {
        if (!"file".equals(feature.getScheme())) {
            return feature.getSchemeSpecificPart();
        }
        // Cucumber writes relative files as file:features/…, which is opaque and no java.nio path.
        String part = feature.isOpaque() ? feature.getSchemeSpecificPart() : feature.getPath();
        Path file = Path.of(part).toAbsolutePath().normalize();
        return (file.startsWith(home) ? home.relativize(file) : file).toString().replace('\\', '/');
    }
}
