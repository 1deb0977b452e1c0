package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.system.Consents;
import dev.firedrill.environments.role.system.PushesDrafts;
import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.SystemStatement;
import dev.firedrill.model.SystemStatement.Removal;
import dev.firedrill.scenarios.plan.Batching;
import dev.firedrill.scenarios.recording.Claims;
import dev.firedrill.scenarios.testbed.Environment;
import dev.firedrill.workload.gitops.GitOps;
import dev.firedrill.workload.gitops.Manifests;
import dev.firedrill.workload.gitops.Rollout;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** What operators, GitOps and the orchestrator do after a disaster until the system is whole again. */
public final class RecoveryDriver {
    /** How a recovery command ends that did what it was asked to and leaves something that is not ready. */
    private static final int SOMETHING_REMAINS = 1;

    private final Environment environment;
    private final SystemUnderTest system;
    private final Claims claims;
    private boolean pushesDrafts;

    /** @param pushesDrafts whether the system pushes drafts to git, until somebody decides otherwise */
    RecoveryDriver(Environment environment, SystemUnderTest system, Claims claims, boolean pushesDrafts) {
        this.environment = environment;
        this.system = system;
        this.claims = claims;
        this.pushesDrafts = pushesDrafts;
    }

    boolean pushesDrafts() {
        return pushesDrafts;
    }

    /** Whether every orchestrator that starts from now on pushes drafts to git. */
    void pushDrafts(boolean push) {
        pushesDrafts = push;
    }

    /** Starts the system unless it runs. */
    public void startOrchestrator() {
        startOrchestrator(StartOptions.plain());
    }

    /** The same with more than a plain start. */
    public void startOrchestrator(StartOptions more) {
        if (!system.alive()) {
            system.start(more.and(pushing()));
        }
    }

    /** The same, and waits until it is ready or says why it is not. */
    public void startAndSettle() {
        startOrchestrator();
        settle(false);
    }

    /** What users do before a disaster they do with the system as it is meant to be, whichever is judged afterwards. */
    public void beforeTheDisaster(Runnable work) {
        environment.author().start(pushing());
        isReady(environment.author(), Instant.now());
        work.run();
        environment.handOver();
    }

    private StartOptions pushing() {
        return pushesDrafts ? claims.need(PushesDrafts.class).pushingDrafts() : StartOptions.plain();
    }

    /** Makes a new cluster know what the system has to find there, which comes before everything else. */
    public void installDefinitions() {
        system.prepare(environment.controlPlane().address());
    }

    /**
     * Applies manifests to a cluster that has none, batch after batch. Where the rollout is interrupted, the system
     * dies as well; a new one starts, and GitOps goes on.
     */
    void apply(Rollout rollout, Batching batching) {
        Rollout rest = rollout;
        int interruptedAfter = apply(rest, batching, rest::isInterruptedAfter);
        while (rest.isInterruptedAfter(interruptedAfter)) {
            system.kill();
            startOrchestrator();
            rest = rest.resumedAfter(interruptedAfter);
            interruptedAfter = apply(rest, batching, rest::isInterruptedAfter);
        }
    }

    private int apply(Rollout rollout, Batching batching, IntPredicate stop) {
        try (GitOps gitOps = GitOps.on(environment.controlPlane().address())) {
            beforeBatch(batching);
            return gitOps.apply(rollout, applied -> {
                afterBatch(batching);
                if (stop.test(applied)) {
                    return false;
                }
                beforeBatch(batching);
                return true;
            });
        } finally {
            letGoOn(batching);
        }
    }

    private void beforeBatch(Batching batching) {
        if (batching == Batching.WHOLE) {
            system.standStill();
        }
    }

    private void afterBatch(Batching batching) {
        letGoOn(batching);
        if (batching != Batching.OVERLAPPING) {
            anotherPass();
        }
    }

    private void letGoOn(Batching batching) {
        if (batching == Batching.WHOLE) {
            system.goOn();
        }
    }

    /** Applies manifests all at once, whether an orchestrator runs or not. */
    public void applyAtOnce(Manifests manifests) {
        try (GitOps gitOps = GitOps.on(environment.controlPlane().address())) {
            gitOps.apply(Rollout.allAtOnce(manifests), GitOps.AfterBatch.CONTINUE);
        }
    }

    /**
     * Waits until the system is whole; removals that await confirmation are confirmed, as an operator who knows of the
     * disaster does.
     *
     * @return whether the system says that it is ready
     */
    public boolean settle(boolean confirm) {
        Instant since = Instant.now();
        system.look(since);
        if (confirm && !awaiting().isEmpty()) {
            confirm(statement());
            since = Instant.now();
        }
        return isReady(system, since);
    }

    private static boolean isReady(SystemUnderTest system, Instant since) {
        Settlement settlement = system.settle(since);
        if (settlement instanceof Settlement.TimedOut late) {
            throw new EnvironmentFailure(late.seen());
        }
        return settlement.ready();
    }

    /** Waits until another pass has gone over everything. */
    public void anotherPass() {
        system.look(Instant.now());
    }

    /** The removals that somebody has to confirm now; a system that never asks has none. */
    public List<Removal> awaiting() {
        return system.ability(Consents.class).isPresent() ? statement().namedAsAwaiting() : List.of();
    }

    private SystemStatement statement() {
        return system.said()
                .orElseThrow(() -> new EnvironmentFailure("The system does not say what it looks after: its API at "
                        + system.api().base() + " does not answer"));
    }

    private void confirm(SystemStatement said) {
        Consents consents = claims.need(Consents.class);
        Consents.Answer answer = consents.confirm(said.namedAsAwaiting(), pushing());
        if (answer.exitCode() != 0 && !(answer.exitCode() == SOMETHING_REMAINS && hasOtherTrouble(said))) {
            throw new AssertionError(
                    "The operator's confirmation ended with code " + answer.exitCode() + ": " + answer.output());
        }
        if (!consents.isComplete(answer)) {
            throw new AssertionError(
                    "The operator's confirmation does not say how many Repositories are ready: " + answer.output());
        }
    }

    /** Whether a Repository is not ready for another reason than a removal that awaits confirmation. */
    private static boolean hasOtherTrouble(SystemStatement said) {
        Set<String> waiting =
                said.namedAsAwaiting().stream().map(Removal::repository).collect(Collectors.toSet());
        return said.repositories().stream()
                .anyMatch(repository -> !repository.ready() && !waiting.contains(repository.name()));
    }
}
