package dev.firedrill.scenarios.sweep;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Seed;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.workload.history.Workload;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Recoveries and requests that are interrupted at one place after the other, and recoveries in one order after the other. */
public final class SweepScenarios {
    private final CurrentRun run;
    private final DrillOptions options;
    private final ScenarioRecorder recorder;
    private Optional<CrashSweep> sweep = Optional.empty();
    private Optional<OrderSweep> orders = Optional.empty();

    public SweepScenarios(CurrentRun run, DrillOptions options, ScenarioRecorder recorder) {
        this.run = run;
        this.options = options;
        this.recorder = recorder;
    }

    /** Interrupts the recovery from a disaster. */
    public void ofRecovery(DisasterPlan plan) {
        sweep(new DisasterReplay(run.checkpoint(), plan), "recovery from " + plan.inWords());
    }

    /** Interrupts the approval of a proposal. */
    public void ofApproval(String packageName) {
        request("approval of " + packageName, workload -> workload.approve(PackageNames.named(packageName)), Set.of());
    }

    /** Interrupts the deletion of a package revision whose deletion was proposed. */
    public void ofDeletion(String packageName) {
        request(
                "deletion of " + packageName,
                workload -> workload.delete(PackageNames.named(packageName)),
                Set.of(PackageNames.named(packageName).objectName()));
    }

    /** What came of it. */
    public CrashSweep sweep() {
        return sweep.orElseThrow(() -> new EnvironmentFailure("Nothing was interrupted in this scenario"));
    }

    /** Lets the objects of a lost cluster come back in so many orders. */
    public void ofComeback(DisasterPlan plan, int count) {
        OrderSweep begun = new OrderSweep(run.checkpoint(), plan);
        orders = Optional.of(begun);
        begun.draw(count, seed(), recorder);
    }

    /** What came of the orders. */
    public OrderSweep orders() {
        return orders.orElseThrow(() -> new EnvironmentFailure("No orders were tried in this scenario"));
    }

    private void request(String what, Consumer<Workload> work, Set<String> mayBeRescued) {
        sweep(new RequestReplay(run.checkpoint(), work, mayBeRescued), what);
    }

    /** Each scenario draws its own places, and the same ones whenever the seed is the same. */
    private void sweep(Replay replay, String what) {
        Seed own = seed().derive("crash points of the " + what, 0);
        sweep = Optional.of(CrashSweep.over(replay, options.crashPoints(), own, recorder));
    }

    private Seed seed() {
        return new Seed(options.seed());
    }
}
