package dev.firedrill.steps;

import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;

/** What was written before the disaster. */
public final class HistorySteps {
    private final ScenarioContext rehearsal;

    public HistorySteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("the standard history with its recovery points P1 and P2")
    public void theStandardHistory() {
        rehearsal.tellStandardHistory();
    }

    @Given("the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2")
    public void theHistoryWithBranches() {
        rehearsal.tellHistoryWithBranches();
    }

    @Given("the versioned package {string} has been copied and edited, and a PackageVariant follows it")
    public void versionedIsBuiltUpon(String path) {
        rehearsal.interventions().versioned(path).buildUpon();
    }

    @Given("the versioned package {string} has been deleted")
    public void versionedIsDeleted(String path) {
        rehearsal.interventions().versioned(path).delete();
    }
}
