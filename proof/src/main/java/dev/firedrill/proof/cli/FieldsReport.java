package dev.firedrill.proof.cli;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Fate.Restored;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.proof.fields.FieldKind;
import dev.firedrill.proof.fields.FieldKinds;
import dev.firedrill.proof.fields.FieldOutcome;
import dev.firedrill.proof.fields.FieldOutcome.Fate;
import dev.firedrill.proof.fields.FieldSight;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.run.RecoveredStores;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The part of {@code firedrill benchmark sight} that damages every field that is read, and what it prints. */
final class FieldsReport {
    private final DrillOptions options;
    private final PrintWriter text;

    FieldsReport(DrillOptions options, PrintWriter text) {
        this.options = options;
        this.text = text;
    }

    /**
     * Damages one field of each kind after a recovery.
     *
     * @param sample how many kinds; all of them, where that is more than there are
     * @param seed what the sample and the fields are drawn from
     * @return whether all that is compared was seen
     */
    boolean run(ProcessSupervisor supervisor, int sample, long seed) {
        try (TestbedPool testbeds = new TestbedPool(supervisor, options.forms(), options.repositories());
                RecoveredStores stores = RecoveredStores.after(cacheAndControlPlaneRewound(), testbeds, options)) {
            FieldSight sight = new FieldSight(stores, seed);
            List<String> already = sight.before();
            if (!already.isEmpty()) {
                throw new EnvironmentFailure("The judge objects before any field is damaged: " + already);
            }
            List<FieldKind> chosen = FieldKinds.sample(sight.kinds(), sample, seed);
            List<FieldOutcome> outcomes = sight.damage(chosen, outcome -> {
                if (outcome.fate() == Fate.MISSED) {
                    text.println("not seen: " + described(outcome));
                    text.flush();
                }
            });
            print(sight.kinds().size(), outcomes);
            return outcomes.stream().noneMatch(outcome -> outcome.fate() == Fate.MISSED);
        }
    }

    /** Each store is one that the recovery wrote to, and each has something that it had to leave alone. */
    private static DisasterPlan cacheAndControlPlaneRewound() {
        return DisasterPlan.of(
                dev.firedrill.model.Fate.intact(), dev.firedrill.model.Fate.intact(), new Restored(RecoveryPoint.P1));
    }

    private void print(int kinds, Collection<FieldOutcome> outcomes) {
        Map<Fate, Integer> count = new EnumMap<>(Fate.class);
        outcomes.forEach(outcome -> count.merge(outcome.fate(), 1, Integer::sum));
        outcomes.stream()
                .filter(outcome -> outcome.fate() != Fate.CAUGHT && outcome.fate() != Fate.MISSED)
                .map(outcome -> words(outcome.fate()) + ": " + described(outcome))
                .forEach(text::println);
        int caught = count.getOrDefault(Fate.CAUGHT, 0);
        int missed = count.getOrDefault(Fate.MISSED, 0);
        text.println("kinds of fields that are read: " + kinds + "; tried: " + outcomes.size());
        int chosen = count.getOrDefault(Fate.CHOSEN, 0);
        text.println("damaged: " + (caught + chosen + missed) + " · caught: " + (caught + chosen) + " (" + chosen
                + " of them in a second look: " + words(Fate.CHOSEN) + ") · exempt: "
                + count.getOrDefault(Fate.EXEMPT, 0) + " · the store refuses: " + count.getOrDefault(Fate.REFUSED, 0)
                + " · not seen: " + missed);
        text.flush();
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case EXEMPT -> "exempt";
            case REFUSED -> "the store refuses";
            case CHOSEN -> "the recovery chooses its first value";
            case CAUGHT -> "seen";
            case MISSED -> "not seen";
        };
    }

    private static String described(FieldOutcome outcome) {
        return outcome.kind() + " (of " + outcome.fact().subject().name() + "): " + outcome.why();
    }
}
