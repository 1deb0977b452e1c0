package dev.firedrill.steps.drill;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a user wrote to select scenarios, checked before anything runs. */
public final class Selection {
    private Selection() {}

    /** Why {@code feature} selects nothing, as a sentence for the user; empty when it is a file or folder that is there. */
    public static Optional<String> objectionToFeature(String feature) {
        URI place;
        try {
            place = FeatureWithLines.parse(feature).uri();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(feature + ": give a feature file, a feature file with :LINE, or a folder");
        }
        return switch (place.getScheme()) {
            case "classpath" -> Optional.empty();
            case "file" -> objectionToFile(feature, Path.of(place));
            default -> Optional.of(feature + ": only files of this machine can be run");
        };
    }

    private static Optional<String> objectionToFile(String feature, Path path) {
        if (!Files.exists(path)) {
            return Optional.of(feature + ": there is no such file or folder");
        }
        if (!Files.isDirectory(path) && !path.toString().endsWith(".feature")) {
            return Optional.of(feature + ": that is no feature file");
        }
        return Optional.empty();
    }

    /** Why {@code expression} is no tag expression, as a sentence for the user; empty when it is one. */
    public static Optional<String> objectionToTags(String expression) {
        try {
            TagExpressionParser.parse(expression);
            return Optional.empty();
        } catch (TagExpressionException unreadable) {
            return Optional.of("--tags: " + unreadable.getMessage());
        }
    }
}
