package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.expect.Counts;
import dev.firedrill.fixtures.expect.GitFate;
import dev.firedrill.fixtures.gitops.Manifests;
import dev.firedrill.fixtures.history.StandardHistory;
import dev.firedrill.fixtures.judge.Case;
import dev.firedrill.fixtures.judge.Item;
import dev.firedrill.fixtures.judge.Judge;
import dev.firedrill.fixtures.judge.Judgement;
import dev.firedrill.fixtures.judge.Rpo;
import dev.firedrill.fixtures.ledger.Answered;
import dev.firedrill.fixtures.ledger.Entry;
import dev.firedrill.fixtures.ledger.Ledger;
import dev.firedrill.fixtures.ledger.Operation;
import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.reports.result.CheckFinding;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.LossClass;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays a case before the judge and writes the judgement into the scenario's findings. */
final class Verification {
    private final ScenarioFindings findings;
    private final Ledger ledger;
    private final Course course;
    private final String namespace;
    private final Manifests manifests;

    Verification(ScenarioFindings findings, Telling telling, Course course) {
        this.namespace = telling.workbench().cluster().namespace();
        this.manifests = telling.story().manifests(RecoveryPoint.DISASTER);
        this.findings = findings;
        this.ledger = telling.ledger();
        this.course = course;
    }

    /**
     * Judges; a verdict that is not held becomes the scenario's.
     *
     * @param since when the recovery began
     */
    void judge(Aftermath aftermath, Observation after, Observation again, Instant since) {
        Judgement judgement = new Judge()
                .judge(new Case(
                        ledger,
                        course.asDisaster(),
                        aftermath.stores(),
                        after,
                        again,
                        aftermath.markers(),
                        findings.witnesses(),
                        disasterAt(),
                        since,
                        namespace,
                        manifests));
        findings.judge(judgement.verdict(), judgement.failure().orElse("the judge gave no reason"));
        findings.counts(counts(judgement.counts()));
        findings.loss(loss(judgement));
        judgement
                .findings()
                .forEach(found -> findings.finding(new CheckFinding(found.check(), found.object(), found.sentence())));
        compareRpo(judgement.rpo());
    }

    /** Tells how long the recovery took; to be called when everything is done. */
    void time(Phases phases) {
        findings.rto(phases.objective());
    }

    private void compareRpo(Rpo measured) {
        RecoveryPointObjective rpo = new RecoveryPointObjective(
                null,
                bound().orElse(null),
                measured.joint(),
                measured.controlPlane(),
                measured.git(),
                measured.database());
        findings.rpo(rpo);
        if (rpo.bound() != null && measured.joint().compareTo(rpo.bound()) > 0) {
            findings.judge(
                    Verdict.VIOLATED,
                    "work of " + measured.joint() + " is lost, and the backups account for no more than "
                            + rpo.bound());
        }
    }

    /** Nothing from before the oldest point that a store was put back to may be lost; without a backup, no bound. */
    private Optional<Duration> bound() {
        List<Fate> fates = Stream.concat(
                        Stream.of(course.controlPlane(), course.git(), course.database()),
                        course.particulars().repositories().values().stream().map(Verification::backup))
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

    private static Loss loss(Judgement judgement) {
        List<LossItem> items =
                judgement.losses().stream().map(Verification::item).toList();
        return Loss.of((int) judgement.count(LossClass.KEPT) - kept(items), items);
    }

    private static int kept(List<LossItem> items) {
        return (int) items.stream()
                .filter(item -> item.lossClass() == LossClass.KEPT)
                .count();
    }

    private static LossItem item(Item item) {
        return new LossItem(item.object(), item.lossClass(), item.was(), item.is(), item.allowed(), item.why());
    }

    /** The repository that the standard history is about; all of them in any other history. */
    private static dev.firedrill.reports.result.Counts counts(Map<String, Counts> byRepository) {
        Counts counts = Optional.ofNullable(byRepository.get(StandardHistory.PACKAGES))
                .orElseGet(() -> byRepository.values().stream().reduce(Counts.NONE, Counts::plus));
        return new dev.firedrill.reports.result.Counts(
                counts.drafts(),
                counts.proposed(),
                counts.published(),
                counts.deletionProposed(),
                counts.placeholders());
    }
}
