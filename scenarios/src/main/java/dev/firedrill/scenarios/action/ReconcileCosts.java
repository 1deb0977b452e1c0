package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.system.WatchesOnly;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.testbed.StoreCounts;
import dev.firedrill.workload.history.Workload;
import dev.firedrill.workload.porch.Answer;
import dev.firedrill.workload.world.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What it costs an orchestrator to look at its stores, as the stores and the links to them count it. */
public final class ReconcileCosts {
    /** How the timeline of a scenario marks what was counted. */
    public static final String PHASE = "look";

    private static final int MEGABYTE = 1 << 20;
    /** A ref with its id, and what HTTP says around a listing. */
    private static final long BYTES_FOR_A_REF = 300;

    private static final long BYTES_FOR_A_LISTING = 4096;
    /** A name of any length that a revision may have here, two stamps, and what the protocol says around a row. */
    private static final long BYTES_FOR_A_NAME = 300;

    private static final long BYTES_FOR_STATEMENTS = 16 * 1024;
    private static final long STATEMENTS = 20;
    private static final String LISTING = "GET .*/info/refs\\?service=git-upload-pack";

    private final CurrentRun run;
    private final ScenarioRecorder recorder;
    private Optional<StoreCounts> before = Optional.empty();
    private Optional<StoreCounts> after = Optional.empty();

    public ReconcileCosts(CurrentRun run, ScenarioRecorder recorder) {
        this.run = run;
        this.recorder = recorder;
    }

    /** A draft gets a file that outweighs everything else, and the orchestrator has seen it. */
    public void addLargeFile(String packageName) {
        done(workload().edit(draft(packageName), content -> content.with("large.txt", "x".repeat(MEGABYTE))));
    }

    /** The orchestrator looks at stores that nobody has written to since the last time. */
    public void look(int times) {
        rest();
        before = Optional.of(count());
        Instant began = Instant.now();
        for (int time = 0; time < times; time++) {
            lookOnce();
        }
        after = Optional.of(count());
        recorder.event(began, PHASE, "", cost().sentence(), Duration.between(began, Instant.now()));
    }

    /** Metadata of a package revision changes, and the orchestrator takes note. */
    public void relabelAndLook(String packageName) {
        rest();
        before = Optional.of(count());
        done(workload().relabel(draft(packageName), Map.of("weight", "heavy"), Map.of()));
        lookOnce();
        after = Optional.of(count());
    }

    /** What git was asked: one listing a repository each time. */
    public void oneListingARepository() {
        Map<String, Long> asked = cost().git();
        if (!asked.isEmpty()) {
            claim("requests to git that list no refs")
                    .isSame(
                            new TreeSet<>(asked.keySet().stream()
                                    .filter(request -> !request.matches(LISTING))
                                    .toList()),
                            new TreeSet<String>());
            claim("repositories that git was asked about").isEqual(asked.size(), repositories());
            claim("how often in " + cost().looks() + " looks")
                    .isSame(new TreeSet<>(asked.values()), new TreeSet<>(Set.of(cost().looks())));
        }
    }

    /** What the package cache was asked: once what was written, and never for what nobody wrote. */
    public void oneReading() {
        Map<String, Long> asked = cost().database();
        if (!asked.isEmpty()) {
            claim("readings of package revisions in " + cost().looks() + " looks")
                    .isEqual(calls(asked, "from package_revisions"), cost().looks());
            claim("readings of rows").isEqual(calls(asked, "v.spec"), 0L);
            claim("readings of files").isEqual(calls(asked, "resource_value"), 0L);
            long statements = cost().statements() / cost().looks();
            claim("whether " + statements + " statements a look are no more than " + STATEMENTS)
                    .isEqual(statements <= STATEMENTS, true);
        }
    }

    /** What came back is small, however much the stores hold. */
    public void onlyRefsAndNames() {
        GitServer git = told().environment().git();
        long refs = git.repositories().stream()
                .mapToLong(repository -> BYTES_FOR_A_LISTING
                        + BYTES_FOR_A_REF * git.refs(repository).size())
                .sum();
        atMost("git", cost().gitBytes() / cost().looks(), refs);
        long rows = told().observeStores().rows().size();
        atMost(
                "the package cache",
                cost().databaseBytes() / cost().looks(),
                BYTES_FOR_STATEMENTS + BYTES_FOR_A_NAME * rows);
    }

    /** Whatever came back is less than the large file. */
    public void noFileAgain() {
        atMost("the package cache", cost().databaseBytes(), MEGABYTE / 2);
    }

    private static void atMost(String store, long bytes, long most) {
        claim("whether the " + bytes + " bytes that came from " + store + " are no more than " + most)
                .isEqual(bytes <= most, true);
    }

    private static long calls(Map<String, Long> asked, String words) {
        return asked.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).contains(words))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private ScenarioRun told() {
        return run.get();
    }

    private StoreCounts cost() {
        return after.orElseThrow(() -> new EnvironmentFailure("Nothing was looked at in this scenario"))
                .since(before.orElseThrow());
    }

    private int repositories() {
        return told().system().said().orElseThrow().repositories().size();
    }

    private StoreCounts count() {
        return StoreCounts.now(told().environment(), told().claims().need(WatchesOnly.class));
    }

    /** What was written last is read, and what that changes in the control plane has come round as a change there. */
    private void rest() {
        lookOnce();
        lookOnce();
        lookOnce();
    }

    private void lookOnce() {
        claim("whether the orchestrator is ready")
                .isEqual(told().system().settle(Instant.now()).ready(), true);
    }

    private Workload workload() {
        return new Workload(told().workbench().porch(), told().ledger());
    }

    private static RevisionId draft(String packageName) {
        return PackageNames.named(packageName);
    }

    private static void done(Answer<?> answer) {
        claim("whether '" + answer.summary() + "' is done").isEqual(answer.done(), true);
    }
}
