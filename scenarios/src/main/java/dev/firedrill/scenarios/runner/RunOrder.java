package dev.firedrill.scenarios.runner;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.plugin.event.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order in which scenarios begin. Going back to the end of the standard history is cheap for a store that the scenario
 * before left standing, and takes a new server for one that it replaced; so scenarios that replace the same stores follow
 * one another, and those that write a history of their own over everything come last. Within that, the order of the files;
 * but scenarios whose orchestrator pushes drafts are spread out, since every one that meets another of them at work needs
 * stores and a history of its own.
 *
 * <p>What a scenario replaces is guessed from its words: a wrong guess costs time and nothing else.
 */
final class RunOrder implements PickleOrder {
    private static final Pattern OWN_HISTORY = Pattern.compile("history \\d+ of the seed");
    private static final Pattern CLUSTER =
            Pattern.compile("(?:control plane|cluster)(?: and git)? (?:is|are|was) (?:lost|restored)");
    private static final Pattern CACHE =
            Pattern.compile("package cache (?:back|(?:is|was) (?:lost|restored|put back))");

    private static final Pattern PUSHES_DRAFTS =
            Pattern.compile("history of an orchestrator that pushes drafts to git");

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
        Map<Replaced, List<Pickle>> kinds = pickles.stream()
                .collect(Collectors.groupingBy(
                        RunOrder::replacedBy, () -> new EnumMap<>(Replaced.class), Collectors.toList()));
        return kinds.values().stream().flatMap(kind -> spread(kind).stream()).toList();
    }

    /** Those that push drafts as far from one another, and from both ends, as the others allow. */
    private static List<Pickle> spread(List<Pickle> kind) {
        Map<Boolean, List<Pickle>> parts = kind.stream()
                .collect(Collectors.partitioningBy(
                        pickle -> PUSHES_DRAFTS.matcher(words(pickle)).find()));
        List<Pickle> pushing = parts.get(true);
        List<Pickle> spread = new ArrayList<>(parts.get(false));
        int gap = spread.size() / (pushing.size() + 1);
        for (int placed = 0; placed < pushing.size(); placed++) {
            spread.add((placed + 1) * gap + placed, pushing.get(placed));
        }
        return spread;
    }

    private static Replaced replacedBy(Pickle pickle) {
        String words = words(pickle);
        if (OWN_HISTORY.matcher(words).find()) {
            return Replaced.EVERYTHING;
        }
        boolean cache = CACHE.matcher(words).find();
        if (CLUSTER.matcher(words).find()) {
            return cache ? Replaced.CLUSTER_AND_CACHE : Replaced.CLUSTER;
        }
        return cache ? Replaced.CACHE : Replaced.NEITHER;
    }

    private static String words(Pickle pickle) {
        return pickle.getSteps().stream().map(Step::getText).collect(Collectors.joining("\n"));
    }
}
