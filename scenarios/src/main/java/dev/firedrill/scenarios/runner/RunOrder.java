package dev.firedrill.scenarios.runner;

import dev.firedrill.model.Store;
import dev.firedrill.scenarios.plan.DisasterPhrase;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.plugin.event.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which scenarios begin. Going back to the end of the standard history is cheap for a store that the scenario
 * before left standing, and takes a new server for one that it replaced; so scenarios that replace the same stores follow
 * one another, and those that write a history of their own over everything come last. Within that, the order of the files;
 * but scenarios whose orchestrator pushes drafts are spread out, since every one that meets another of them at work needs
 * stores and a history of its own.
 *
 * <p>What a scenario replaces is what its disaster says, read as the step definitions read it; what no disaster says is
 * said by a tag.
 */
final class RunOrder implements PickleOrder {
    private static final String OWN_HISTORY = "@random";
    private static final String POINT_IN_TIME = "@time";
    private static final String PUSHES_DRAFTS = "@pushes-drafts";

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
                .collect(Collectors.partitioningBy(pickle -> pickle.getTags().contains(PUSHES_DRAFTS)));
        List<Pickle> pushing = parts.get(true);
        List<Pickle> spread = new ArrayList<>(parts.get(false));
        int gap = spread.size() / (pushing.size() + 1);
        for (int placed = 0; placed < pushing.size(); placed++) {
            spread.add((placed + 1) * gap + placed, pushing.get(placed));
        }
        return spread;
    }

    private static Replaced replacedBy(Pickle pickle) {
        if (pickle.getTags().contains(OWN_HISTORY)) {
            return Replaced.EVERYTHING;
        }
        Set<Store> stores = EnumSet.noneOf(Store.class);
        pickle.getSteps().stream()
                .map(Step::getText)
                .map(DisasterPhrase::in)
                .flatMap(Optional::stream)
                .forEach(disaster -> stores.addAll(disaster.replaced()));
        boolean cache = stores.contains(Store.DATABASE) || pickle.getTags().contains(POINT_IN_TIME);
        if (stores.contains(Store.CONTROL_PLANE)) {
            return cache ? Replaced.CLUSTER_AND_CACHE : Replaced.CLUSTER;
        }
        return cache ? Replaced.CACHE : Replaced.NEITHER;
    }
}
