package dev.firedrill.steps;

import dev.firedrill.model.Store;
import dev.firedrill.scenarios.action.InterlockScenario;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** Stores of somebody else, and drills that are pointed at them. */
public final class InterlockSteps {
    /** After everything else: the scenario's bench may stand in these stores. */
    private static final int LAST = 1;

    private final InterlockScenario trespass;

    public InterlockSteps(InterlockScenario trespass) {
        this.trespass = trespass;
    }

    @Given("the empty stores of somebody else, which are called {string}")
    public void emptyStores(String name) {
        trespass.somebodyElseHasStores(name);
    }

    @Given("the stores of somebody else, in which a drill works")
    public void aDrillWorks() {
        trespass.aDrillWorks();
    }

    @Given("the stores of somebody else, in which this scenario works")
    public void thisScenarioWorks() {
        trespass.thisScenarioWorks();
    }

    @Given("somebody keeps packages in the {store}")
    public void somebodyKeepsPackages(Store store) {
        trespass.somebodyKeepsPackagesIn(store);
    }

    @Given("its marker in the {store} was removed")
    public void markerRemoved(Store store) {
        trespass.markerRemoved(store);
    }

    @Given("its marker in the {store} is now that of another drill")
    public void markerReplaced(Store store) {
        trespass.markerReplaced(store);
    }

    @When("a drill is pointed at them, and {string} is typed as their name")
    public void pointedAt(String name) {
        trespass.pointAtThem(Optional.of(name));
    }

    @When("a drill is pointed at them, and nobody is there to type their name")
    public void pointedAtByNobody() {
        trespass.pointAtThem(Optional.empty());
    }

    @When("the drill is about to lose the {store}")
    public void aboutToLose(Store store) {
        trespass.lose(store);
    }

    @Then("that is refused because {string}")
    public void refused(String because) {
        trespass.wasRefused(because);
    }

    @Then("nothing in these stores was touched")
    public void untouched() {
        trespass.nothingWasTouched();
    }

    @Then("the stores are handed back as they were found")
    public void handedBack() {
        trespass.handedBack();
    }

    @After(order = LAST)
    public void leave() {
        trespass.close();
    }
}
