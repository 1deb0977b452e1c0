package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.history.Workload;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.Seed;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Recoveries and requests that are interrupted at one place after the other, and recoveries in one order after the other. */
public final class Interruptions {
    private final FromTheEnd fromTheEnd;
    private final DrillOptions options;
    private final ScenarioFindings findings;
    private Optional<CrashSweep> sweep = Optional.empty();
    private Optional<OrderSweep> orders = Optional.empty();

    Interruptions(FromTheEnd fromTheEnd, DrillOptions options, ScenarioFindings findings) {
        this.fromTheEnd = fromTheEnd;
        this.options = options;
        this.findings = findings;
    }

    /** Interrupts the recovery from a disaster. */
    public void ofRecovery(Course course) {
        sweep(new DisasterReplay(fromTheEnd, course), "recovery from " + course.inWords());
    }

    /** Interrupts the approval of a proposal. */
    public void ofApproval(String packageName) {
        request("approval of " + packageName, workload -> workload.approve(Packages.named(packageName)), Set.of());
    }

    /** Interrupts the deletion of a package revision whose deletion was proposed. */
    public void ofDeletion(String packageName) {
        request(
                "deletion of " + packageName,
                workload -> workload.delete(Packages.named(packageName)),
                Set.of(Packages.named(packageName).objectName()));
    }

    /** What came of it. */
    public CrashSweep sweep() {
        return sweep.orElseThrow(() -> new LaboratoryBroken("Nothing was interrupted in this scenario"));
    }

    /** Lets the objects of a lost cluster come back in so many orders. */
    public void ofComeback(Course course, int count) {
        OrderSweep begun = new OrderSweep(fromTheEnd, course);
        orders = Optional.of(begun);
        begun.draw(count, seed(), findings);
    }

    /** What came of the orders. */
    public OrderSweep orders() {
        return orders.orElseThrow(() -> new LaboratoryBroken("No orders were tried in this scenario"));
    }

    private void request(String what, Consumer<Workload> work, Set<String> mayBeRescued) {
        sweep(new RequestReplay(fromTheEnd, work, mayBeRescued), what);
    }

    /** Each scenario draws its own places, and the same ones whenever the seed is the same. */
    private void sweep(Replay replay, String what) {
        Seed own = seed().derive("crash points of the " + what, 0);
        sweep = Optional.of(CrashSweep.over(replay, options.crashPoints(), own, findings));
    }

    private Seed seed() {
        return new Seed(options.seed());
    }
}
