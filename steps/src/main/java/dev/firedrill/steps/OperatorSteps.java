package dev.firedrill.steps;

import dev.firedrill.scenarios.action.OperatorActions;
import dev.firedrill.scenarios.action.RescueActions;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.When;

/** What operators do after a disaster. */
public final class OperatorSteps {
    private final OperatorActions operator;
    private final RescueActions rescue;

    public OperatorSteps(OperatorActions operator, RescueActions rescue) {
        this.operator = operator;
        this.rescue = rescue;
    }

    /** What an operator does about missing Repositories. */
    @ParameterType("looks at|closes|closed")
    public Runnable windowDeed(String text) {
        return text.equals("looks at") ? rescue::window : rescue::closeWindow;
    }

    @When("the Repository {string} is/was registered again")
    public void registersAgain(String repository) {
        operator.registerAgain(repository);
    }

    @When("all manifests are/were applied except that of the Repository {string}")
    public void appliesAllBut(String repository) {
        operator.applyAllBut(repository);
    }

    @When("an operator restores every rescue set")
    public void restores() {
        rescue.restoreEverything();
    }

    @When("an operator {windowDeed} the restoration window")
    public void window(Runnable windowDeed) {
        windowDeed.run();
    }
}
