package dev.firedrill.steps;

import dev.firedrill.scenarios.action.OperatorActions;
import dev.firedrill.scenarios.action.VersionedPackage;
import dev.firedrill.scenarios.run.CurrentRun;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import java.util.function.Consumer;

/** What was written before the disaster. */
public final class HistorySteps {
    private final CurrentRun run;
    private final OperatorActions operator;

    public HistorySteps(CurrentRun run, OperatorActions operator) {
        this.run = run;
        this.operator = operator;
    }

    /** What people have done with a package whose tag is a version. */
    @ParameterType("was copied and edited, and a PackageVariant follows it|was deleted")
    public Consumer<VersionedPackage> versionedChange(String text) {
        return text.equals("was deleted") ? VersionedPackage::delete : VersionedPackage::buildUpon;
    }

    @Given("the standard history with its recovery points P1 and P2")
    public void standardHistory() {
        run.tellStandardHistory();
    }

    @Given("the standard history of an orchestrator that pushes drafts to git, with its recovery points P1 and P2")
    public void historyWithBranches() {
        run.tellHistoryWithBranches();
    }

    @Given("the versioned package {string} {versionedChange}")
    public void versioned(String path, Consumer<VersionedPackage> change) {
        change.accept(operator.versioned(path));
    }

    @Given("the package {string} was deleted and waits for its finalizers")
    public void waitsForFinalizers(String packageName) {
        operator.deleteWithFinalizers(packageName);
    }
}
