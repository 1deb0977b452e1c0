package dev.firedrill.scenarios.action;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.assertion.HostileRequest;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.CurrentOutcome;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.workload.history.RevisionClass;
import dev.firedrill.workload.history.StandardHistory;
import dev.firedrill.workload.porch.NewRevision;
import dev.firedrill.workload.world.RevisionId;
import java.util.Collection;
import java.util.Optional;

/** Requests of the public API that are to be refused, or to be taken for what they say. */
public final class RequestScenario {
    private final CurrentRun run;
    private final CurrentOutcome outcome;
    private final ScenarioRecorder recorder;
    private Optional<HostileRequest> named = Optional.empty();
    private Optional<RefusedRequests> refused = Optional.empty();

    public RequestScenario(CurrentRun run, CurrentOutcome outcome, ScenarioRecorder recorder) {
        this.run = run;
        this.outcome = outcome;
        this.recorder = recorder;
    }

    /** Asks for a package under a name that was made to do harm. */
    public void askForPackage(String name) {
        run.get().recovery().startAndSettle();
        RevisionId id = new RevisionId(StandardHistory.PACKAGES, name, RevisionClass.WORKSPACE);
        named = Optional.of(new HostileRequest(
                id, run.get().workbench().porch().create(NewRevision.init(id, "A package called " + name))));
        outcome.settleAndLook();
    }

    /** The request under such a name, and its answer. */
    public HostileRequest named() {
        return named.orElseThrow(RequestScenario::nothingAsked);
    }

    /** Asks for what a package revision may not become. */
    public void ask(String packageName, Collection<String> wishes) {
        refused = Optional.of(RefusedRequests.asked(run.get(), recorder, PackageNames.named(packageName), wishes));
    }

    /** What was asked for. */
    public RefusedRequests refused() {
        return refused.orElseThrow(RequestScenario::nothingAsked);
    }

    private static EnvironmentFailure nothingAsked() {
        return new EnvironmentFailure("Nothing was asked for in this scenario");
    }
}
