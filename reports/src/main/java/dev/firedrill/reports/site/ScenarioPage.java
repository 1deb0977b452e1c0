package dev.firedrill.reports.site;

import dev.firedrill.model.Store;
import dev.firedrill.reports.result.Forbidden;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one scenario shows beside the scenario itself.
 *
 * @param row the scenario
 * @param chapter the chapter that it stands in
 * @param fates what happened to each store
 * @param rpo promised and measured, joint and for each store
 * @param phases promised and measured for each phase
 * @param losses the loss list by class
 * @param chart the timeline
 * @param evidence the files kept for the reader
 * @param previous the scenario before this one, if any
 * @param next the scenario after this one, if any
 */
record ScenarioPage(
        Row row,
        String chapter,
        List<StoreFate> fates,
        List<Objective> rpo,
        List<Phase> phases,
        List<LossGroup> losses,
        TimelineChart chart,
        List<EvidenceLink> evidence,
        @Nullable Row previous,
        @Nullable Row next) {
    /** What happened to one store. */
    record StoreFate(String store, String fate) {
        public boolean intact() {
            return fate.equals("intact");
        }
    }

    /** A phase of the recovery, with its share of the longest one in percent. */
    record Phase(Objective time, String kind, long share) {}

    private static final int FIRST = 3;

    /** The gravest of what is forbidden, with which the page begins. */
    public List<Forbidden> victims() {
        return row.forbidden().stream().limit(FIRST).toList();
    }

    /** How much more is forbidden than what the page begins with. */
    public int more() {
        return Math.max(0, row.forbidden().size() - FIRST);
    }

    ScenarioPage {
        fates = List.copyOf(fates);
        rpo = List.copyOf(rpo);
        phases = List.copyOf(phases);
        losses = List.copyOf(losses);
        evidence = List.copyOf(evidence);
    }

    static ScenarioPage of(List<ScenarioResult> scenarios, int index, PageNames names) {
        ScenarioResult scenario = scenarios.get(index);
        return new ScenarioPage(
                new Row(scenario, names.of(index)),
                Chapter.titleOf(scenario.id()),
                fates(scenario),
                rpo(scenario.rpo()),
                phases(scenario.rto()),
                LossGroup.of(scenario.loss()),
                TimelineChart.of(scenario),
                scenario.evidence().stream().map(EvidenceLink::of).toList(),
                neighbour(scenarios, index - 1, names),
                neighbour(scenarios, index + 1, names));
    }

    private static List<StoreFate> fates(ScenarioResult scenario) {
        return List.of(
                new StoreFate("Control plane", scenario.disaster().of(Store.CONTROL_PLANE)),
                new StoreFate("Git", scenario.disaster().of(Store.GIT)),
                new StoreFate("Package cache", scenario.disaster().of(Store.DATABASE)));
    }

    private static List<Objective> rpo(RecoveryPointObjective rpo) {
        return List.of(
                new Objective("All stores together", rpo.promised(), rpo.bound(), rpo.joint(), false),
                new Objective("Control plane", rpo.promised(), null, rpo.controlPlane(), false),
                new Objective("Git", rpo.promised(), null, rpo.git(), false),
                new Objective("Package cache", rpo.promised(), null, rpo.database(), false));
    }

    private static List<Phase> phases(RecoveryTimeObjective rto) {
        long longest = rto.phases().values().stream()
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(0);
        List<Phase> phases = new ArrayList<>();
        rto.phases()
                .forEach((name, measured) -> phases.add(new Phase(
                        new Objective(name, rto.promisedPhases().get(name), null, measured, false),
                        TimelineChart.kind(name),
                        Math.round(100.0 * measured.toMillis() / Math.max(1, longest)))));
        return phases;
    }

    private static @Nullable Row neighbour(List<ScenarioResult> scenarios, int index, PageNames names) {
        boolean there = index >= 0 && index < scenarios.size();
        return there ? new Row(scenarios.get(index), names.of(index)) : null;
    }
}
