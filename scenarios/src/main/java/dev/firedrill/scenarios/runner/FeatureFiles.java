package dev.firedrill.scenarios.runner;

import io.cucumber.core.feature.FeatureWithLines;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where the features that a user names are: in the present folder, in the checkout, or in the jar. */
final class FeatureFiles {
    private static final String END_OF_PATH = ".feature#";

    private final Path home;

    FeatureFiles(Path home) {
        this.home = home;
    }

    /** Whether what was named is the id of a scenario, see {@link ScenarioIds}. */
    static boolean isId(String named) {
        return named.contains(END_OF_PATH);
    }

    /** All features. */
    FeatureWithLines all() {
        Path folder = home.resolve("features");
        return FeatureWithLines.parse(Files.isDirectory(folder) ? folder.toUri().toString() : "classpath:features");
    }

    /** A file or folder, with the lines that were named. */
    FeatureWithLines located(String named) {
        FeatureWithLines parsed = FeatureWithLines.parse(named);
        String path = parsed.uri().getSchemeSpecificPart();
        if (!"file".equals(parsed.uri().getScheme()) || Files.exists(Path.of(parsed.uri()))) {
            return parsed;
        }
        URI elsewhere = Files.exists(home.resolve(relative(path)))
                ? home.resolve(relative(path)).toUri()
                : resource(relative(path));
        return FeatureWithLines.create(elsewhere, parsed.lines());
    }

    /** The files and folders alone. */
    Set<FeatureWithLines> whole(Collection<String> named) {
        Set<FeatureWithLines> whole = new LinkedHashSet<>();
        for (String each : named) {
            URI place = located(file(each)).uri();
            whole.add(FeatureWithLines.create(place, Set.of()));
        }
        return whole;
    }

    /** The file of an id; anything else is one already. */
    static String file(String named) {
        return isId(named) ? named.substring(0, named.indexOf(END_OF_PATH) + END_OF_PATH.length() - 1) : named;
    }

    private static URI resource(String path) {
        try {
            return new URI("classpath", path, null);
        } catch (URISyntaxException unnameable) {
            throw new IllegalArgumentException(path + " names no resource", unnameable);
        }
    }

    /** A path that Cucumber has made absolute, as it was written. */
    private static String relative(String path) {
        Path file = Path.of(path);
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
    }
}
