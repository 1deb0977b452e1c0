package dev.firedrill.scenarios.runner;

import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user wrote to select scenarios, checked before anything runs. */
public final class ScenarioSelection {
    private ScenarioSelection() {}

    /**
     * Why {@code feature} selects nothing, as a sentence for the user; empty when it is a file or folder that is there.
     *
     * @param home the folder that holds {@code features/}, in which files are sought as well
     */
    public static Optional<String> objectionToFeature(String feature, Path home) {
        if (feature.isBlank()) {
            return Optional.of("A feature without a name: give a feature file or a folder, or nothing for all of them");
        }
        URI place;
        try {
            place = new FeatureFiles(home).located(FeatureFiles.file(feature)).uri();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(feature + ": give a feature file, a feature file with :LINE, or a folder");
        }
        return switch (place.getScheme()) {
            case "classpath" -> objectionToResource(feature, place, home);
            case "file" -> objectionToFile(feature, Path.of(place));
            default -> Optional.of(feature + ": only files of this machine can be run");
        };
    }

    private static Optional<String> objectionToResource(String feature, URI place, Path home) {
        if (ScenarioSelection.class.getClassLoader().getResource(place.getSchemeSpecificPart()) != null) {
            return Optional.empty();
        }
        String tags = feature.startsWith("@") ? "; did you mean --tags '" + feature + "'?" : "";
        return Optional.of(feature + ": there is no such file or folder"
                + (tags.isEmpty() ? DidYouMean.question(feature, files(home)) : tags));
    }

    /** The feature files and folders of the checkout. */
    private static Set<String> files(Path home) {
        Path features = home.resolve("features");
        if (!Files.isDirectory(features)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(features)) {
            return all.filter(file -> Files.isDirectory(file) || file.toString().endsWith(".feature"))
                    .map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    private static Optional<String> objectionToFile(String feature, Path path) {
        if (!Files.isDirectory(path) && !path.toString().endsWith(".feature")) {
            return Optional.of(feature + ": that is no feature file");
        }
        return Optional.empty();
    }

    /** Why {@code expression} is no tag expression, as a sentence for the user; empty when it is one. */
    public static Optional<String> objectionToTags(String expression) {
        if (expression.isBlank()) {
            return Optional.of("--tags: the expression is empty; leave --tags out to run every scenario");
        }
        try {
            TagExpressionParser.parse(expression);
            return Optional.empty();
        } catch (TagExpressionException unreadable) {
            return Optional.of("--tags: " + unreadable.getMessage());
        }
    }
}
