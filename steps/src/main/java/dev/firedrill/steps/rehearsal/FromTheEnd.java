package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.history.Story;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.Store;
import java.util.Optional;
import java.util.Set;

/** Goes on from the end of the standard history, as often as somebody asks, whatever was done to the stores before. */
final class FromTheEnd {
    private final Bench bench;
    private final DrillOptions options;
    private final ScenarioFindings findings;

    FromTheEnd(Bench bench, DrillOptions options, ScenarioFindings findings) {
        this.bench = bench;
        this.options = options;
        this.findings = findings;
    }

    /** The history. */
    Story story() {
        return bench.standardStory();
    }

    /** The same with the shipped recovery, whichever is drilled. */
    FromTheEnd withShippedRecovery() {
        return new FromTheEnd(bench, options.drilling(Optional.empty(), options.out()), findings);
    }

    /**
     * Brings the stores to the end of the history.
     *
     * @param spared those that need not go there, as {@link Course#replacedUnseen()} says
     */
    Telling sparing(Set<Store> spared) {
        Telling telling = new Telling(bench, story(), options, findings);
        bench.goToTheEnd(spared);
        return telling;
    }
}
