package dev.firedrill.scenarios.options;

import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one drill is to do.
 *
 * @param features feature files or folders, each optionally with {@code :LINE}, or ids of scenarios; empty for all
 * @param tags a Cucumber tag expression; empty for every scenario
 * @param share which part of the selected scenarios runs here
 * @param forms which form each role takes
 * @param seed what every random choice grows from
 * @param repositories how many repositories the standard history has, fillers included
 * @param crashPoints at how many places, at most, a scenario interrupts what it interrupts
 * @param workers how many scenarios run at a time, each with stores of its own
 * @param out the folder that receives the results
 * @param broken the deliberately wrong recovery to drill instead of the shipped one
 * @param keep whether the stores of the first scenario that fails are left standing until the user ends the drill
 * @param home the folder that holds {@code features/}; ids of scenarios are relative to it
 * @param promises what the user promises of each disaster
 * @param repetition what to type to repeat the drill
 */
public record DrillOptions(
        List<String> features,
        Optional<String> tags,
        Shard share,
        EnvironmentSpec forms,
        long seed,
        int repositories,
        int crashPoints,
        int workers,
        Path out,
        Optional<String> broken,
        boolean keep,
        Path home,
        Promises promises,
        Repetition repetition) {
    /** How many repositories the scenarios speak of. */
    public static final int FEWEST_REPOSITORIES = 5;
    /** More make a history that no store of an environment has room for. */
    public static final int MOST_REPOSITORIES = 10_000;
    /** As many crash points as a drill of everything has time for. */
    public static final int USUAL_CRASH_POINTS = 1;

    public DrillOptions {
        features = List.copyOf(features);
    }

    /** Which scenarios are meant. */
    public FeatureSelection selection() {
        return new FeatureSelection(home, features, tags);
    }

    /** The same with another recovery and another folder for the results. */
    public DrillOptions drilling(Optional<String> recovery, Path folder) {
        return new DrillOptions(
                features,
                tags,
                share,
                forms,
                seed,
                repositories,
                crashPoints,
                workers,
                folder,
                recovery,
                keep,
                home,
                promises,
                repetition);
    }

    /** The same for these scenarios only, named by their ids. */
    public DrillOptions only(List<String> scenarios) {
        return new DrillOptions(
                scenarios,
                tags,
                share,
                forms,
                seed,
                repositories,
                crashPoints,
                workers,
                out,
                broken,
                keep,
                home,
                promises,
                repetition);
    }
}
