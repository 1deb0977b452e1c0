package dev.firedrill.steps;

import dev.firedrill.model.Store;
import dev.firedrill.scenarios.action.InterlockScenario;
import io.cucumber.java.After;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import java.util.function.Consumer;

/** Stores that Firedrill did not start, and drills that are pointed at them. */
public final class ExistingStoresSteps {
    /** After everything else: the testbed of the scenario may be in these stores. */
    private static final int LAST = 1;

    private final InterlockScenario scenario;

    public ExistingStoresSteps(InterlockScenario scenario) {
        this.scenario = scenario;
    }

    /** Who works in the stores. */
    @ParameterType("a drill|this scenario")
    public Runnable worker(String text) {
        return text.equals("a drill") ? scenario::aDrillWorks : scenario::thisScenarioWorks;
    }

    /** What becomes of a marker in a store. */
    @ParameterType("was removed|is now that of another drill")
    public Consumer<Store> markerChange(String text) {
        return text.equals("was removed") ? scenario::markerRemoved : scenario::markerReplaced;
    }

    /** What is typed when a drill asks for the name of the environment; empty when nobody is there. */
    @ParameterType("\"[^\"]*\" is typed as its name|nobody is there to type its name")
    public Optional<String> typedName(String text) {
        return text.startsWith("nobody") ? Optional.empty() : Optional.of(Phrase.quoted(text));
    }

    @Given("an empty existing environment named {string}")
    public void emptyEnvironment(String name) {
        scenario.somebodyElseHasStores(name);
    }

    @Given("an existing environment in which {worker} works")
    public void works(Runnable worker) {
        worker.run();
    }

    @Given("somebody keeps packages in the {store}")
    public void keepsPackages(Store store) {
        scenario.somebodyKeepsPackagesIn(store);
    }

    @Given("its marker in the {store} {markerChange}")
    public void markerChanges(Store store, Consumer<Store> change) {
        change.accept(store);
    }

    @When("a drill is pointed at it, and {typedName}")
    public void pointedAt(Optional<String> typed) {
        scenario.pointAtThem(typed);
    }

    @When("the drill is about to lose the {store}")
    public void aboutToLose(Store store) {
        scenario.lose(store);
    }

    @Then("that is refused because {string}")
    public void refused(String because) {
        scenario.wasRefused(because);
    }

    @Then("the existing environment is handed back as it was found")
    public void handedBack() {
        scenario.handedBack();
    }

    @After(order = LAST)
    public void leave() {
        scenario.close();
    }
}
