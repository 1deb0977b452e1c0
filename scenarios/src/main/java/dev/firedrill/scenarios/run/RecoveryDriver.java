package dev.firedrill.scenarios.run;

import dev.firedrill.environments.system.OrchestratorOptions;
import dev.firedrill.environments.system.OrchestratorProcess;
import dev.firedrill.environments.system.RecoveryRun;
import dev.firedrill.scenarios.plan.Batching;
import dev.firedrill.scenarios.testbed.Environment;
import dev.firedrill.scenarios.testbed.TestbedWorkloadTarget;
import dev.firedrill.workload.crd.Crds;
import dev.firedrill.workload.gitops.ClusterClient;
import dev.firedrill.workload.gitops.GitOps;
import dev.firedrill.workload.gitops.Manifests;
import dev.firedrill.workload.gitops.Rollout;
import dev.firedrill.workload.porch.OrchestratorStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What operators, GitOps and the orchestrator do after a disaster until the system is whole again. */
public final class RecoveryDriver {
    /** How a recovery command ends that did what it was asked to and leaves something that is not ready. */
    private static final int SOMETHING_REMAINS = 1;

    private static final Pattern HOW_MANY_ARE_READY =
            Pattern.compile("\\d+ changes; \\d+ of \\d+ Repositories are ready");

    private final Environment laboratory;
    private final TestbedWorkloadTarget workbench;
    private final Optional<String> broken;
    private boolean pushesDrafts;

    /** @param pushesDrafts whether the orchestrator pushes drafts to git, until somebody decides otherwise */
    RecoveryDriver(
            Environment laboratory, TestbedWorkloadTarget workbench, Optional<String> broken, boolean pushesDrafts) {
        this.laboratory = laboratory;
        this.workbench = workbench;
        this.broken = broken;
        this.pushesDrafts = pushesDrafts;
    }

    boolean pushesDrafts() {
        return pushesDrafts;
    }

    /** Whether every orchestrator that starts from now on pushes drafts to git. */
    void pushDrafts(boolean push) {
        pushesDrafts = push;
    }

    /** Starts an orchestrator unless one runs. */
    public void startOrchestrator(String... more) {
        if (laboratory.orchestrator().filter(OrchestratorProcess::alive).isEmpty()) {
            laboratory.startOrchestrator(
                    laboratory.shippedOrchestrator().withBroken(broken).with(arguments(List.of(more))));
        }
    }

    /** The same, and waits until it is ready or says why it is not. */
    public void startAndSettle() {
        startOrchestrator();
        settle(false);
    }

    /** What users do before a disaster they do with the shipped recovery, whichever is drilled afterwards. */
    public void beforeTheDisaster(Runnable work) {
        laboratory.startOrchestrator(laboratory.shippedOrchestrator().with(arguments(List.of())));
        settle(false);
        work.run();
        if (broken.isPresent()) {
            laboratory.endOrchestrator();
        }
    }

    private String[] arguments(List<String> more) {
        List<String> arguments = new ArrayList<>(more);
        if (pushesDrafts) {
            arguments.add(OrchestratorOptions.PUSH_DRAFTS);
        }
        return arguments.toArray(String[]::new);
    }

    /** Makes a new cluster know our kinds of objects, which comes before everything else. */
    public void installDefinitions() {
        try (KubernetesClient client =
                ClusterClient.of(laboratory.controlPlane().address())) {
            Crds.install(client);
        }
    }

    /**
     * Applies manifests to a cluster that has none, batch after batch. Where the rollout is interrupted, the orchestrator
     * dies as well; a new one starts, and GitOps goes on.
     */
    void apply(Rollout rollout, Batching batching) {
        Rollout rest = rollout;
        int interruptedAfter = apply(rest, batching, rest::isInterruptedAfter);
        while (rest.isInterruptedAfter(interruptedAfter)) {
            laboratory.killOrchestrator();
            startOrchestrator();
            rest = rest.resumedAfter(interruptedAfter);
            interruptedAfter = apply(rest, batching, rest::isInterruptedAfter);
        }
    }

    private int apply(Rollout rollout, Batching batching, IntPredicate stop) {
        try (KubernetesClient client =
                ClusterClient.of(laboratory.controlPlane().address())) {
            beforeBatch(batching);
            return new GitOps(client).apply(rollout, applied -> {
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
            laboratory.orchestrator().ifPresent(OrchestratorProcess::standStill);
        }
    }

    private void afterBatch(Batching batching) {
        letGoOn(batching);
        if (batching != Batching.OVERLAPPING) {
            workbench.settling().passSince(Instant.now());
        }
    }

    private void letGoOn(Batching batching) {
        if (batching == Batching.WHOLE) {
            laboratory.orchestrator().ifPresent(OrchestratorProcess::goOn);
        }
    }

    /** Applies manifests all at once, whether an orchestrator runs or not. */
    public void applyAtOnce(Manifests manifests) {
        try (KubernetesClient client =
                ClusterClient.of(laboratory.controlPlane().address())) {
            new GitOps(client).apply(Rollout.allAtOnce(manifests), GitOps.AfterBatch.CONTINUE);
        }
    }

    /**
     * Waits until the system is whole; removals that await confirmation are confirmed, as an operator who knows of the
     * disaster does.
     *
     * @return whether the orchestrator says that it is ready
     */
    public boolean settle(boolean confirm) {
        Instant since = Instant.now();
        OrchestratorStatus status = workbench.settling().passSince(since);
        if (confirm && !status.awaitingConfirmation().isEmpty()) {
            confirm(status);
            since = Instant.now();
        }
        return workbench.settling().readySince(since);
    }

    /** Waits until another pass has gone over everything. */
    public OrchestratorStatus anotherPass() {
        return workbench.settling().passSince(Instant.now());
    }

    /** The command with which an operator confirms everything that awaits it. */
    public static List<String> confirmation(OrchestratorStatus status) {
        List<String> command = new ArrayList<>(List.of("recover"));
        status.awaitingConfirmation()
                .forEach(removal ->
                        command.addAll(List.of("--confirm-removal", removal.repository() + "=" + removal.token())));
        return command;
    }

    private void confirm(OrchestratorStatus status) {
        RecoveryRun run = laboratory.run(broken, arguments(confirmation(status)));
        if (run.exitCode() != 0 && !(run.exitCode() == SOMETHING_REMAINS && hasOtherTrouble(status))) {
            throw new AssertionError("'firedrill recover' with the operator's confirmation ended with code "
                    + run.exitCode() + ": " + run.output());
        }
        if (!HOW_MANY_ARE_READY.matcher(run.output()).find()) {
            throw new AssertionError(
                    "'firedrill recover' does not say how many Repositories are ready: " + run.output());
        }
    }

    /** Whether a Repository is not ready for another reason than a removal that awaits confirmation. */
    private static boolean hasOtherTrouble(OrchestratorStatus status) {
        Set<String> waiting = status.awaitingConfirmation().stream()
                .map(OrchestratorStatus.Awaiting::repository)
                .collect(Collectors.toSet());
        return status.repositories().stream()
                .anyMatch(repository -> !repository.ready() && !waiting.contains(repository.name()));
    }
}
