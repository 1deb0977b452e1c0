package dev.firedrill.scenarios.action;

import dev.firedrill.environments.role.system.ExplainsObstacles;
import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.environments.role.system.WatchesOnly;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.faults.DisasterInjector;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.ScenarioRun;
import java.util.function.BooleanSupplier;

/**
 * An orchestrator that looks at its stores when something tells it to, and practically never by itself. What it says is
 * only read here, because asking whether it is ready would tell it to look.
 */
public final class WatchOnlyOrchestrator {
    private final CurrentRun run;
    private final ScenarioRecorder recorder;
    private boolean begun;

    public WatchOnlyOrchestrator(CurrentRun run, ScenarioRecorder recorder) {
        this.run = run;
        this.recorder = recorder;
    }

    /** Whether it has been started, so that nobody may ask whether the orchestrator is ready. */
    boolean begun() {
        return begun;
    }

    /** Starts it, and waits until it has looked at everything once. */
    public void begin() {
        begun = true;
        WatchesOnly watching = run.get().claims().need(WatchesOnly.class);
        run.get().system().start(watching.watchingOnly());
        notices("its stores", () -> watching.looks() > 0 && unobstructed());
    }

    /** Lets a disaster happen under it; connections break, and are there again afterwards. */
    public void undergo(DisasterPlan plan) {
        ScenarioRun told = run.get();
        try (DisasterInjector injector =
                new DisasterInjector(told.environment(), plan.disaster(), plan.restores(), recorder)) {
            injector.cutOff();
            told.awaitNoticed(injector.concerned());
            injector.concerned()
                    .forEach(store -> injector.restore(store, told.story().gitRepositories()));
        }
        notices("that the stores are back", this::unobstructed);
    }

    /** It quarantines a repository, which it has to say. */
    public void quarantines(String repository) {
        String what = "that the Repository " + repository + " is missing";
        run.get()
                .claims()
                .where(
                        Quarantines.class,
                        "the system notices " + what,
                        quarantines -> notices(what, () -> isQuarantined(quarantines, repository)));
    }

    /** It takes a repository in that was quarantined. */
    public void takesIn(String repository) {
        notices("that the Repository " + repository + " is there", () -> isReady(repository));
        run.get()
                .claims()
                .where(
                        Quarantines.class,
                        "the system no longer names " + repository + " as quarantined",
                        quarantines -> notices(
                                "that the Repository " + repository + " is no longer quarantined",
                                () -> !isQuarantined(quarantines, repository)));
    }

    private static boolean isQuarantined(Quarantines quarantines, String repository) {
        return quarantines.quarantined().stream()
                .anyMatch(one -> one.repository().equals(repository));
    }

    private boolean isReady(String repository) {
        return run.get().system().said().stream()
                .flatMap(said -> said.repositories().stream())
                .anyMatch(one -> one.name().equals(repository) && one.ready());
    }

    /** It answers, and says of nothing that it is in its way. */
    private boolean unobstructed() {
        return run.get().system().said().isPresent()
                && run.get()
                        .system()
                        .ability(ExplainsObstacles.class)
                        .filter(explains -> !explains.obstacles().isEmpty())
                        .isEmpty();
    }

    private void notices(String what, BooleanSupplier noticed) {
        try {
            Wait.until("the orchestrator to notice " + what, Patience.START, noticed);
        } catch (EnvironmentFailure late) {
            throw new AssertionError(
                    "The orchestrator did not notice " + what + "; it says "
                            + run.get().system().said(),
                    late);
        }
    }
}
