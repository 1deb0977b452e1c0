package dev.firedrill.scenarios.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which scenarios are meant.
 *
 * @param home the folder that holds {@code features/}; ids of scenarios are relative to it
 * @param features feature files or folders, each optionally with {@code :LINE}, or ids of scenarios; empty for all
 * @param tags a Cucumber tag expression; empty for every scenario
 */
public record FeatureSelection(Path home, List<String> features, Optional<String> tags) {
    public FeatureSelection {
        features = List.copyOf(features);
    }
}
