package dev.firedrill.scenarios.runner;

import dev.firedrill.scenarios.options.FeatureSelection;
import dev.firedrill.scenarios.options.PlannedScenario;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why no scenario was selected, and what may have been meant. */
final class EmptySelection {
    private static final Pattern TAG = Pattern.compile("@[^\\s()]+");
    private static final Pattern LINES = Pattern.compile("\\.feature(:\\d+)+$");

    private final FeatureSelection selection;
    private final List<PlannedScenario> there;

    /**
     * A selection without scenarios.
     *
     * @param there the scenarios of the files and folders that were named
     */
    EmptySelection(FeatureSelection selection, List<PlannedScenario> there) {
        this.selection = selection;
        this.there = List.copyOf(there);
    }

    WrongSelection refusal() {
        String what = selection.features().isEmpty() ? "the features" : String.join(" ", selection.features());
        String tags = selection.tags().map(given -> " with the tags " + given).orElse("");
        return new WrongSelection("No scenario matches " + what + tags + hint());
    }

    private String hint() {
        if (there.isEmpty()) {
            return "; there is no scenario at all; 'firedrill drill' without arguments runs all there are";
        }
        String unknown = selection.tags().map(this::unknownTags).orElse("");
        if (!unknown.isEmpty()) {
            return unknown;
        }
        if (selection.features().stream().anyMatch(named -> LINES.matcher(named).find())) {
            return "; its scenarios stand at the lines "
                    + there.stream()
                            .map(scenario -> String.valueOf(scenario.line()))
                            .collect(Collectors.joining(", "));
        }
        return "; none of the " + there.size() + " scenarios there has them together";
    }

    private String unknownTags(String expression) {
        Set<String> known = there.stream()
                .flatMap(scenario -> scenario.tags().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return TAG.matcher(expression)
                .results()
                .map(MatchResult::group)
                .filter(tag -> !known.contains(tag))
                .map(tag -> "; no scenario has the tag " + tag + DidYouMean.question(tag, known))
                .collect(Collectors.joining());
    }
}
