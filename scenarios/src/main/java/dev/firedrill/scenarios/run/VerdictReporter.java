package dev.firedrill.scenarios.run;

import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.LossClass;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Verdict;
import dev.firedrill.oracle.check.CheckInput;
import dev.firedrill.oracle.expect.ExpectedCounts;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.verdict.AchievedRpo;
import dev.firedrill.oracle.verdict.CheckResult;
import dev.firedrill.oracle.verdict.Checker;
import dev.firedrill.oracle.verdict.ObjectResult;
import dev.firedrill.reports.result.CheckFinding;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.PhaseTimer;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.workload.gitops.Manifests;
import dev.firedrill.workload.history.StandardHistory;
import dev.firedrill.workload.ledger.Answered;
import dev.firedrill.workload.ledger.Entry;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.ledger.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays a case before the judge and writes the judgement into the scenario's findings. */
public final class VerdictReporter {
    private final ScenarioRecorder recorder;
    private final Ledger ledger;
    private final DisasterPlan plan;
    private final String namespace;
    private final Manifests manifests;

    public VerdictReporter(ScenarioRecorder recorder, ScenarioRun run, DisasterPlan plan) {
        this.namespace = run.workbench().cluster().namespace();
        this.manifests = run.story().manifests(RecoveryPoint.DISASTER);
        this.recorder = recorder;
        this.ledger = run.ledger();
        this.plan = plan;
    }

    /**
     * Judges; a verdict that is not held becomes the scenario's.
     *
     * @param since when the recovery began
     */
    public void judge(PostDisasterState left, Observation after, Observation again, Instant since) {
        CheckResult judgement = new Checker()
                .judge(new CheckInput(
                        ledger,
                        plan.disaster(),
                        left.stores(),
                        after,
                        again,
                        left.markers(),
                        recorder.witnesses(),
                        disasterAt(),
                        since,
                        namespace,
                        manifests));
        recorder.judge(judgement.verdict(), judgement.failure().orElse("the judge gave no reason"));
        recorder.counts(counts(judgement.counts()));
        recorder.loss(loss(judgement));
        judgement
                .findings()
                .forEach(found -> recorder.finding(new CheckFinding(found.check(), found.object(), found.sentence())));
        compareRpo(judgement.rpo());
    }

    /** Tells how long the recovery took; to be called when everything is done. */
    public void time(PhaseTimer phases) {
        recorder.rto(phases.objective());
    }

    private void compareRpo(AchievedRpo measured) {
        RecoveryPointObjective rpo = new RecoveryPointObjective(
                null,
                bound().orElse(null),
                measured.joint(),
                measured.controlPlane(),
                measured.git(),
                measured.database());
        recorder.rpo(rpo);
        if (rpo.bound() != null && measured.joint().compareTo(rpo.bound()) > 0) {
            recorder.judge(
                    Verdict.VIOLATED,
                    "work of " + measured.joint() + " is lost, and the backups account for no more than "
                            + rpo.bound());
        }
    }

    /** Nothing from before the oldest point that a store was put back to may be lost; without a backup, no bound. */
    private Optional<Duration> bound() {
        List<Fate> fates = Stream.concat(
                        plan.disaster().fates().values().stream(),
                        plan.disaster().gitRepositories().values().stream().map(VerdictReporter::backup))
                .toList();
        if (fates.contains(Fate.lost())) {
            return Optional.empty();
        }
        return fates.stream()
                .flatMap(fate -> fate instanceof Fate.Restored restored
                        ? Stream.of(lastWriteBefore(restored.point()))
                        : Stream.<Instant>empty())
                .min(Instant::compareTo)
                .map(write -> Duration.between(write, disasterAt()));
    }

    /** What becomes of one git repository, as far as backups go. */
    private static Fate backup(GitFate fate) {
        if (fate instanceof GitFate.Ordinary ordinary) {
            return ordinary.fate();
        }
        boolean intactInTheEnd = fate instanceof GitFate.Unreachable || fate instanceof GitFate.TagsMissingForAWhile;
        return intactInTheEnd ? Fate.intact() : Fate.lost();
    }

    /** Whatever was acknowledged before a backup began must be in it. */
    private Instant lastWriteBefore(RecoveryPoint point) {
        return ledger.upTo(point).stream()
                .filter(entry -> entry.answered() == Answered.DONE)
                .filter(entry -> entry.operation() != Operation.MARK && entry.operation() != Operation.KEEP)
                .reduce((earlier, later) -> later)
                .map(Entry::at)
                .orElse(disasterAt());
    }

    /** The history's own end: scenarios that share a history go back to it at different times of day. */
    private Instant disasterAt() {
        return ledger.timeOf(RecoveryPoint.DISASTER).orElseThrow();
    }

    private static Loss loss(CheckResult judgement) {
        List<LossItem> items =
                judgement.losses().stream().map(VerdictReporter::item).toList();
        return Loss.of((int) judgement.count(LossClass.KEPT) - kept(items), items);
    }

    private static int kept(List<LossItem> items) {
        return (int) items.stream()
                .filter(item -> item.lossClass() == LossClass.KEPT)
                .count();
    }

    private static LossItem item(ObjectResult item) {
        return new LossItem(item.object(), item.lossClass(), item.was(), item.is(), item.allowed(), item.why());
    }

    /** The repository that the standard history is about; all of them in any other history. */
    private static dev.firedrill.reports.result.Counts counts(Map<String, ExpectedCounts> byRepository) {
        ExpectedCounts counts = Optional.ofNullable(byRepository.get(StandardHistory.PACKAGES))
                .orElseGet(() -> byRepository.values().stream().reduce(ExpectedCounts.NONE, ExpectedCounts::plus));
        return new dev.firedrill.reports.result.Counts(
                counts.drafts(),
                counts.proposed(),
                counts.published(),
                counts.deletionProposed(),
                counts.placeholders());
    }
}
