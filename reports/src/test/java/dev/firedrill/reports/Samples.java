package dev.firedrill.reports;

import dev.firedrill.model.LossClass;
import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.Counts;
import dev.firedrill.reports.result.CrashPointCount;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.MutantReport;
import dev.firedrill.reports.result.MutantReports;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.ScenarioResultBuilder;
import dev.firedrill.reports.result.StepResult;
import dev.firedrill.reports.result.StepStatus;
import dev.firedrill.reports.result.TimelineEntry;
import dev.firedrill.reports.result.WitnessReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Results as a drill would write them: the five disasters, one of them violated, one inconclusive, and the matrix. */
public final class Samples {
    public static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    private static final String FEATURE = "Five disasters";
    private static final String FILE = "features/five-disasters/disasters.feature:";
    private static final String RULE = "What a recovery may lose is decided before the disaster";

    private Samples() {}

    /** A whole drill. */
    public static DrillResult drill() {
        List<ScenarioResult> scenarios = new ArrayList<>(fiveDisasters());
        scenarios.addAll(MatrixSamples.cells());
        List<String> planned =
                new ArrayList<>(scenarios.stream().map(ScenarioResult::id).toList());
        planned.add("features/rescue/rescue.feature:14");
        return DrillResult.builder("2026-11-21T03-00-00Z-7f3a", START, environment())
                .finishedAt(START.plusSeconds(171))
                .seed(20261121)
                .verdict(Verdict.VIOLATED)
                .versions(Map.of("Java", "17.0.15"))
                .command("./firedrill drill --tags '@five-disasters or @matrix' --seed 20261121")
                .planned(planned)
                .mutants(mutants())
                .scenarios(scenarios)
                .build();
    }

    public static EnvironmentReport environment() {
        return new EnvironmentReport(
                new Product("in-process", "Kubernetes API of Firedrill", "1.35 behaviour", false),
                new Product("embedded", "git smart HTTP (JGit, Jetty)", "7.5.0", true),
                new Product("embedded", "PostgreSQL", "17.11", true),
                new Product("embedded", "TCP proxy of Firedrill", "0.1.0", false),
                new Product("process", "Firedrill orchestrator", "0.1.0", true));
    }

    public static List<ScenarioResult> fiveDisasters() {
        return List.of(
                disaster("12", "Control plane and cache are lost, git and cache are restored to P1", "@S01")
                        .disaster(new DisasterReport("lost", "restored to P1", "restored to P1"))
                        .counts(new Counts(5, 4, 4, 3, 7))
                        .loss(allowed(14, 9))
                        .crashPoints(new CrashPointCount(38, 38))
                        .build(),
                disaster("31", "The control plane is lost and comes back from GitOps with new identities", "@S05")
                        .disaster(new DisasterReport("lost", "intact", "intact"))
                        .counts(new Counts(4, 3, 6, 2, 11))
                        .loss(Loss.of(26, List.of()))
                        .build(),
                violated(),
                disaster("66", "The orchestrator is killed in the middle of an approval", "@S07")
                        .disaster(new DisasterReport("intact", "intact", "intact"))
                        .counts(new Counts(4, 3, 6, 2, 11))
                        .loss(Loss.of(26, List.of()))
                        .crashPoints(new CrashPointCount(41, 41))
                        .build(),
                disaster("84", "The package cache is lost and there is no backup of it", "@S09")
                        .disaster(new DisasterReport("intact", "intact", "lost"))
                        .counts(new Counts(0, 0, 8, 0, 11))
                        .loss(allowed(11, 17))
                        .build(),
                inconclusive());
    }

    /** A scenario that held, with everything that a page can show. */
    public static ScenarioResultBuilder disaster(String line, String name, String tag) {
        return ScenarioResult.builder(FILE + line, FEATURE, name)
                .rule(RULE)
                .tags(List.of(tag, "@five-disasters"))
                .verdict(Verdict.HELD)
                .rpo(rpo("PT2M10S", "PT2M10S"))
                .rto(rto())
                .witnesses(witnesses())
                .startedAt(START)
                .duration(Duration.ofMillis(9840))
                .description("Three stores hold the truth of the orchestrator together.\nA disaster takes some of them"
                        + " away; the rules say what may be gone afterwards.")
                .gherkin(gherkin(name))
                .steps(steps(StepStatus.PASSED, null))
                .timeline(timeline())
                .evidence(List.of(
                        new Evidence("evidence/S05/orchestrator.log", "Log of the orchestrator", "a3".repeat(32)),
                        new Evidence("evidence/S05/refs after.txt", "Refs of R1 after the recovery", null)));
    }

    private static ScenarioResult violated() {
        String failure = """
                a1 is Draft, but git holds its tag: rule 2 makes it Published.
                  object     R1/published-after-the-backup v1
                  was        Published, content 9c1f…, labels {team: edge}
                  is         Draft, content 9c1f…, labels {team: edge}
                  rule       2: a published revision in git wins over a stale Draft row of the same name
                  hint       the pass stopped at this row; see the journal at seq 212""";
        List<LossItem> items = new ArrayList<>(allowed(0, 3).items());
        items.add(new LossItem(
                "R1/published-then-deleted v2",
                LossClass.LOST_FORBIDDEN,
                "Published",
                "absent",
                false,
                "rule 2: git holds the tag"));
        items.add(new LossItem(
                "R1/published-after-the-backup v1",
                LossClass.REVERTED,
                "Published",
                "Draft",
                false,
                "rule 2: git holds the tag"));
        items.add(new LossItem(
                "R1/relabelled v1",
                LossClass.REVERTED,
                "labels of D",
                "labels of P1",
                true,
                "rule 3: metadata of the cache"));
        return disaster("47", "The cache is rewound behind git and a stale Draft stands in the way", "@S11")
                .verdict(Verdict.VIOLATED)
                .disaster(new DisasterReport("intact", "intact", "restored to P1"))
                .counts(new Counts(5, 3, 5, 2, 11))
                .loss(Loss.of(19, items))
                .rpo(rpo("PT5M", "PT12M3S"))
                .failure(failure)
                .steps(steps(StepStatus.FAILED, failure))
                .build();
    }

    private static ScenarioResult inconclusive() {
        return disaster("102", "Git stops answering while the recovery runs", "@S06")
                .verdict(Verdict.INCONCLUSIVE)
                .disaster(new DisasterReport("lost", "unreachable", "restored to P1"))
                .counts(null)
                .loss(Loss.nothingCompared())
                .rpo(RecoveryPointObjective.unmeasured())
                .rto(RecoveryTimeObjective.unmeasured())
                .witnesses(List.of(new WitnessReport("Git is cut off.", "", null)))
                .failure("Nobody saw the link to git being cut: the proxy reports 0 refused connections.")
                .steps(List.of())
                .timeline(List.of())
                .build();
    }

    /** {@code lost} objects that are gone as the rules allow. */
    public static Loss allowed(int kept, int lost) {
        return Loss.of(
                kept,
                IntStream.rangeClosed(1, lost)
                        .mapToObj(i -> new LossItem(
                                "R1/draft-after-the-backup-" + i + " v1",
                                LossClass.LOST_ALLOWED,
                                i % 3 == 0 ? "Proposed" : "Draft",
                                "absent",
                                true,
                                "rule 2: drafts live in the cache, and the cache stands at P1"))
                        .toList());
    }

    private static RecoveryPointObjective rpo(String joint, String database) {
        return new RecoveryPointObjective(
                Duration.ofMinutes(5),
                null,
                Duration.parse(joint),
                Duration.ZERO,
                Duration.ZERO,
                Duration.parse(database));
    }

    private static RecoveryTimeObjective rto() {
        Map<String, Duration> phases = new LinkedHashMap<>();
        phases.put("detect", Duration.ofMillis(210));
        phases.put("restore control plane", Duration.ofMillis(640));
        phases.put("restore git", Duration.ofMillis(1120));
        phases.put("restore package cache", Duration.ofMillis(2380));
        phases.put("reconcile", Duration.ofMillis(1480));
        phases.put("verify", Duration.ofMillis(390));
        Map<String, Duration> promised = Map.of("detect", Duration.ofSeconds(1), "reconcile", Duration.ofSeconds(1));
        return new RecoveryTimeObjective(Duration.ofSeconds(30), Duration.ofMillis(5830), true, phases, promised);
    }

    private static List<WitnessReport> witnesses() {
        return List.of(
                new WitnessReport(
                        "The control plane is a new cluster.",
                        "The UID of kube-system changed.",
                        START.plusMillis(3100)),
                new WitnessReport(
                        "The package cache stands at P1.",
                        "The newest marker row is P1; the one of D is gone.",
                        START.plusMillis(6200)));
    }

    private static List<TimelineEntry> timeline() {
        return List.of(
                entry(0, "workload", "", "The fixture is written and P1 is kept", 2900),
                entry(2900, "disaster", "", "The stores are taken away", 240),
                entry(3140, "detect", "", "The orchestrator notices that its stores are gone", 210),
                entry(3350, "restore", "controlPlane", "GitOps applies the manifests", 640),
                entry(3350, "restore", "git", "R1 is restored from its mirror", 1120),
                entry(3990, "restore", "database", "Base backup and log up to P1", 2380),
                entry(6400, "reconcile", "", "The first pass aligns 31 revisions", 1100),
                entry(7500, "reconcile", "", "The second pass changes nothing", 380),
                entry(7880, "verify", "", "Everything is read back from all stores", 390));
    }

    private static TimelineEntry entry(long at, String phase, String store, String what, long lasted) {
        return new TimelineEntry(START.plusMillis(at), phase, store, what, Duration.ofMillis(lasted));
    }

    private static List<StepResult> steps(StepStatus last, @Nullable String failure) {
        return List.of(
                step("Given", "the repositories R1 and R2 with one package for each history", StepStatus.PASSED),
                step("And", "all stores are backed up at P1", StepStatus.PASSED),
                new StepResult(
                        "When",
                        "the disaster strikes and the recovery has run",
                        StepStatus.PASSED,
                        Duration.ofMillis(5830),
                        null,
                        List.of(
                                List.of("store", "fate"),
                                List.of("git", "intact"),
                                List.of("cache", "restored to P1"))),
                new StepResult(
                        "Then",
                        "R1 holds 4 Drafts, 3 Proposed, 6 Published and 2 DeletionProposed",
                        last,
                        Duration.ofMillis(180),
                        failure),
                step(
                        "And",
                        "nothing is lost that the rules keep",
                        last == StepStatus.PASSED ? last : StepStatus.SKIPPED));
    }

    private static StepResult step(String keyword, String text, StepStatus status) {
        return new StepResult(
                keyword, text, status, status == StepStatus.SKIPPED ? null : Duration.ofMillis(412), null);
    }

    private static String gherkin(String name) {
        return "    Example: " + name + "\n      Given the repositories R1 and R2 with one package for each history\n"
                + "      And all stores are backed up at P1\n      When the disaster strikes and the recovery has run\n";
    }

    private static MutantReports mutants() {
        return MutantReports.of(List.of(
                new MutantReport(
                        "default-branch-only", "restores the default branch of each repository and no other ref", true),
                new MutantReport("tags-dropped", "restores branches without their tags", true),
                new MutantReport("stale-draft-wedge", "stops at a Draft row whose revision git already has (K1)", true),
                new MutantReport("labels-wiped", "writes published rows anew with empty metadata (K2)", true),
                new MutantReport("orphans-deleted", "deletes rows of absent Repositories at once", false),
                new MutantReport("success-without-work", "reports that it is ready and does nothing", true)));
    }
}
