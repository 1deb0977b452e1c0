package dev.firedrill.steps.drill;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.plugin.event.Step;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order in which scenarios begin. Going back to the end of the standard history is cheap for a store that the scenario
 * before left standing, and takes a new server for one that it replaced; so scenarios that replace the same stores follow
 * one another, and those that write a history of their own over everything come last. Within that, the order of the files.
 *
 * <p>What a scenario replaces is guessed from its words: a wrong guess costs time and nothing else.
 */
final class RunOrder implements PickleOrder {
    private static final Pattern OWN_HISTORY = Pattern.compile("history \\d+ of the seed");
    private static final Pattern CLUSTER =
            Pattern.compile("(?:control plane|cluster)(?: and git)? (?:is|are|was) (?:lost|restored)");
    private static final Pattern CACHE =
            Pattern.compile("package cache (?:back|(?:is|was) (?:lost|restored|put back))");

    /** In an order in which neighbours differ in one store. */
    private enum Replaced {
        NEITHER,
        CACHE,
        CLUSTER_AND_CACHE,
        CLUSTER,
        EVERYTHING
    }

    @Override
    public List<Pickle> orderPickles(List<Pickle> pickles) {
        return pickles.stream()
                .sorted(Comparator.comparing(RunOrder::replacedBy))
                .toList();
    }

    private static Replaced replacedBy(Pickle pickle) {
        String words = pickle.getSteps().stream().map(Step::getText).collect(Collectors.joining("\n"));
        if (OWN_HISTORY.matcher(words).find()) {
            return Replaced.EVERYTHING;
        }
        boolean cache = CACHE.matcher(words).find();
        if (CLUSTER.matcher(words).find()) {
            return cache ? Replaced.CLUSTER_AND_CACHE : Replaced.CLUSTER;
        }
        return cache ? Replaced.CACHE : Replaced.NEITHER;
    }
}
