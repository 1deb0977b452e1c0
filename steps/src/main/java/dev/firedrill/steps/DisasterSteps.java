package dev.firedrill.steps;

import dev.firedrill.model.Fate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Disasters and the recovery that follows them. */
public final class DisasterSteps {
    private final ScenarioContext rehearsal;

    public DisasterSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @When("the control plane is {fate}, git is {fate} and the package cache is {fate}")
    public void disaster(Fate controlPlane, Fate git, Fate database) {
        rehearsal.strike(DisasterPlan.of(controlPlane, git, database));
    }

    @When("the control plane is restored to {point}, and its server writes more than the disaster undid")
    public void restoredAndCountedOn(RecoveryPoint point) {
        rehearsal.strike(DisasterPlan.of(Fate.restored(point), Fate.intact(), Fate.intact())
                .countingOn());
    }

    @Given("the control plane was restored to {point}")
    public void theControlPlaneWasRestored(RecoveryPoint point) {
        rehearsal.strike(DisasterPlan.of(Fate.restored(point), Fate.intact(), Fate.intact()));
    }

    @Given("git was restored to {point}")
    public void gitWasRestored(RecoveryPoint point) {
        rehearsal.strike(DisasterPlan.of(Fate.intact(), Fate.restored(point), Fate.intact()));
    }

    @Given("git was lost and the removal was confirmed")
    public void gitWasLost() {
        rehearsal.strike(DisasterPlan.of(Fate.intact(), Fate.lost(), Fate.intact()));
    }

    @When("the control plane is lost and nobody has applied a manifest yet")
    public void theControlPlaneIsEmpty() {
        rehearsal.strike(
                DisasterPlan.of(Fate.lost(), Fate.intact(), Fate.intact()).withoutManifests());
    }

    @When("git is lost and nobody has confirmed the removal")
    public void nobodyConfirms() {
        rehearsal.strike(
                DisasterPlan.of(Fate.intact(), Fate.lost(), Fate.intact()).withoutConfirmation());
    }

    @When(
            "the package cache is lost, and all PackageVariants are told to adopt their packages and to follow edition {int} while it is being rebuilt")
    public void theCacheIsLostUnderVariants(int edition) {
        rehearsal.loseCacheWhileVariantsFollow(edition);
    }

    @Given("the repository {string} was registered again")
    public void wasRegisteredAgain(String repository) {
        rehearsal.interventions().registerAgain(repository);
    }

    @When("the repository {string} is registered again")
    public void registeredAgain(String repository) {
        rehearsal.interventions().registerAgain(repository);
    }

    @Given("somebody had moved the tag of {string} to other content")
    public void somebodyHadMovedATag(String packageName) {
        rehearsal.moveTag(packageName);
    }

    @When("somebody moves the tag of {string} to other content")
    public void somebodyMovesATag(String packageName) {
        rehearsal.moveTag(packageName);
    }

    @When("the package cache is lost and only its drafts and proposals are put back")
    public void onlyUnapprovedPutBack() {
        rehearsal.strike(
                DisasterPlan.of(Fate.intact(), Fate.intact(), Fate.lost()).withUnapprovedPutBack());
    }
}
