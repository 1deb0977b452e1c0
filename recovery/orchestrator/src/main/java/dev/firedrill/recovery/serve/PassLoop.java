package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.cluster.ResourceVersions;
import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass after another: on start, when something changed, and at every poll interval, until it is stopped. */
final class PassLoop {
    private static final Logger LOG = LoggerFactory.getLogger(PassLoop.class);
    private static final Duration GATHERING = Duration.ofMillis(150);
    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(4);
    /** A second pass sees what the first one and the variants did; more are only needed when others write meanwhile. */
    private static final int REPETITIONS = 4;

    private final Reconciliation alignment;
    private final VariantReconcileLoop variants;
    private final RepositoryReports reports;
    private final MissingOwners owners;
    private final Cluster cluster;
    private final OrchestratorState state;
    private final WorkQueue queue;
    private final Clock clock;
    private final Duration pollInterval;
    private final ProblemLog problemLog = new ProblemLog();
    private final ResourceVersions versions = new ResourceVersions();
    private long passes;
    private int failures;

    PassLoop(
            Reconciliation alignment,
            VariantReconcileLoop variants,
            Cluster cluster,
            OrchestratorState state,
            WorkQueue queue,
            Clock clock,
            Duration pollInterval) {
        this.alignment = alignment;
        this.variants = variants;
        this.reports = new RepositoryReports(cluster, clock);
        this.owners = new MissingOwners(cluster);
        this.cluster = cluster;
        this.state = state;
        this.queue = queue;
        this.clock = clock;
        this.pollInterval = pollInterval;
    }

    /** Runs until the queue is stopped. */
    void run() throws InterruptedException {
        queue.requestPass();
        while (true) {
            WorkQueue.Wake wake = queue.await(patience(), GATHERING);
            if (wake == WorkQueue.Wake.STOP) {
                return;
            }
            if (wake == WorkQueue.Wake.VARIANTS) {
                lookAtVariants();
            } else {
                pass();
            }
        }
    }

    private Duration patience() {
        if (failures == 0) {
            return pollInterval;
        }
        Duration retry = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 5));
        Duration capped = retry.compareTo(LONGEST_RETRY) < 0 ? retry : LONGEST_RETRY;
        return capped.compareTo(pollInterval) < 0 ? capped : pollInterval;
    }

    private void pass() {
        long requests = queue.requests();
        state.passBegins(++passes, clock.instant());
        Ended ended = attempt(this::repeat);
        failures = ended.good() ? 0 : failures + 1;
        problemLog.now(ended.problems());
        state.passEnds(clock.instant(), ended.good(), ended.changed(), ended.problems(), requests);
        if (ended.changed()) {
            LOG.info("pass {} changed something and is complete", passes);
        }
    }

    /** Aligns and lets the variants decide, until both leave everything as it is. */
    private Ended repeat() {
        boolean changedAtAll = false;
        for (int repetition = 1; ; repetition++) {
            long writes = queue.variantRequests();
            Reconciliation.Pass pass = alignment.pass();
            Reconciliation.Result result = pass.result();
            noticeRewind(result.resourceVersion());
            state.ownersAreMissing(owners.missing(pass.rows()));
            state.aligned(result);
            List<String> problems = new ArrayList<>(result.problems());
            result.repositories().forEach(outcome -> report(outcome, problems));
            // A user who wrote meanwhile has requested the variants since; then the rows are read again for them.
            boolean stillSo = !result.changed() && queue.variantRequests() == writes;
            boolean changed = (stillSo ? variants.look(state, result, pass.rows()) : variants.look(state, result))
                    || result.changed();
            changedAtAll |= changed;
            if (!changed || repetition == REPETITIONS || queue.isStopped()) {
                boolean good = result.repositories().stream().noneMatch(Reconciliation.Outcome::incomplete);
                return new Ended(problems, changedAtAll, good);
            }
        }
    }

    /** What the control plane does not accept for one Repository keeps no other from hearing how it stands. */
    private void report(Reconciliation.Outcome outcome, List<String> problems) {
        try {
            reports.write(outcome);
        } catch (ClusterRefused e) {
            problems.add(sentence(e));
        }
    }

    private void lookAtVariants() {
        long requests = queue.requests();
        Ended ended = attempt(() -> {
            state.result().ifPresent(result -> variants.look(state, result));
            return new Ended(List.of(), false, true);
        });
        if (ended.good()) {
            state.looked(requests);
        } else {
            queue.requestPass();
        }
    }

    /** What fails as a whole is one sentence in the problems; the next pass tries again. */
    private Ended attempt(Supplier<Ended> work) {
        try {
            return work.get();
        } catch (CacheUnavailable | CacheRefused e) {
            return withoutCache(sentence(e));
        } catch (ClusterUnavailable e) {
            return withoutCluster(List.of(sentence(e)));
        } catch (CacheConflict | GitUnavailable | GitRefused | Refused e) {
            return new Ended(List.of(sentence(e)), false, false);
        } catch (RuntimeException e) {
            // A defect of ours must not end the process: the API keeps serving, and the log has the rest.
            LOG.error("a pass failed inside of the recovery", e);
            return new Ended(List.of("A pass failed inside of the recovery; its log says why."), false, false);
        }
    }

    /** Without the cache only the control plane can be written: each Repository gets a condition that says why. */
    private Ended withoutCache(String message) {
        try {
            Reconciliation.Result waiting = Reconciliation.Result.withoutCache(cluster.look(), message, state.result());
            state.aligned(waiting);
            List<String> problems = new ArrayList<>(List.of(message));
            waiting.repositories().forEach(outcome -> report(outcome, problems));
            return new Ended(problems, false, false);
        } catch (ClusterUnavailable e) {
            return withoutCluster(List.of(message, sentence(e)));
        }
    }

    /**
     * No status can be written now, and those written before prove nothing: a control plane that comes back may be an
     * older one. Its resource version need not show that, since a server that starts writes hundreds of objects.
     */
    private Ended withoutCluster(List<String> problems) {
        reports.forget();
        return new Ended(problems, false, false);
    }

    private static String sentence(RuntimeException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "a store failed without saying why");
    }

    /** A control plane that went back in time may have lost the statuses that were written before. */
    private void noticeRewind(String version) {
        versions.observe(version).ifPresent(before -> {
            LOG.warn(
                    "the control plane went back in time, from resource version {} to {}: everything is read and reported"
                            + " again",
                    before,
                    version);
            reports.forget();
        });
    }

    /**
     * How a pass ended.
     *
     * @param good whether every store answered
     */
    private record Ended(List<String> problems, boolean changed, boolean good) {}
}
