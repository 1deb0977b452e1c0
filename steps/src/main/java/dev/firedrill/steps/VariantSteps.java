package dev.firedrill.steps;

import dev.firedrill.scenarios.action.OperatorActions;
import dev.firedrill.scenarios.assertion.PackageVariantAssert;
import dev.firedrill.scenarios.run.CurrentOutcome;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import java.util.function.Consumer;

/** What became of PackageVariants. */
public final class VariantSteps {
    private final CurrentOutcome outcome;
    private final OperatorActions operator;

    public VariantSteps(CurrentOutcome outcome, OperatorActions operator) {
        this.outcome = outcome;
        this.operator = operator;
    }

    /** What may be said of every PackageVariant. */
    @ParameterType(
            "owns its packages again|is ready|says that it waits for the Repository \"[^\"]*\"|follows with the one draft \"[^\"]*\", which it owns")
    public Runnable everyVariantState(String text) {
        if (text.startsWith("says that it waits for ")) {
            return () -> variants().everyOneWaitsFor(Phrase.quoted(text));
        }
        if (text.startsWith("follows with the one draft ")) {
            return () -> variants().everyOneFollowsWith(Phrase.quoted(text));
        }
        return switch (text) {
            case "owns its packages again" -> () -> variants().everyOneOwnsItsPackages();
            case "is ready" -> () -> variants().everyOneIsReady();
            default -> throw Phrase.unknown(text);
        };
    }

    /** What may be said of a PackageVariant. */
    @ParameterType(
            "is ready|is back|is missing|has left its package revisions behind|is remembered by the package cache as owner of what it made|is shown as owner of what it made, under a new UID, once it is made again")
    public Consumer<String> variantState(String text) {
        return switch (text) {
            case "is ready" -> name -> variants().ready(name);
            case "is back" -> name -> variants().present(name);
            case "is missing" -> name -> variants().absent(name);
            case "has left its package revisions behind" -> name -> variants().packagesKept(name);
            case "is remembered by the package cache as owner of what it made" ->
                name -> variants().rememberedAs(name);
            case "is shown as owner of what it made, under a new UID, once it is made again" ->
                this::isShownOnceItIsMadeAgain;
            default -> throw Phrase.unknown(text);
        };
    }

    @Then("every PackageVariant {everyVariantState}")
    public void everyOne(Runnable state) {
        state.run();
    }

    @Then("the PackageVariant {string} {variantState}")
    public void is(String variant, Consumer<String> state) {
        state.accept(variant);
    }

    @Then("no PackageVariant has re-created a package revision")
    public void nothingRecreated() {
        variants().noneMadeSomething();
    }

    @Then("no package revision is shown with an owner that does not exist")
    public void noDeadOwner() {
        variants().noOwnerIsDead();
    }

    private void isShownOnceItIsMadeAgain(String variant) {
        operator.makeAgain(variant);
        variants().shownAsItsOwn(variant);
        variants().noOwnerIsDead();
    }

    private PackageVariantAssert variants() {
        return outcome.get().variants();
    }
}
