package dev.firedrill.steps;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.action.OperatorActions;
import dev.firedrill.scenarios.action.RescueActions;
import dev.firedrill.scenarios.assertion.RecoveredStateAssert;
import dev.firedrill.scenarios.run.CurrentOutcome;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import java.util.function.Consumer;

/** What became of package revisions. */
public final class RevisionSteps {
    private static final String PUBLISHED = "is published with the labels and annotations of ";

    private final CurrentOutcome outcome;
    private final RescueActions rescue;
    private final OperatorActions operator;

    public RevisionSteps(CurrentOutcome outcome, RescueActions rescue, OperatorActions operator) {
        this.outcome = outcome;
        this.rescue = rescue;
        this.operator = operator;
    }

    /** What may be said of the package revision of a package of the history. */
    @ParameterType(
            "is gone|is a draft with its content from before the disaster|" + PUBLISHED + "(?:P1|P2|its proposal)"
                    + "|has the content that git has now|has its former content in a draft beside the published package revision")
    public Consumer<String> packageState(String text) {
        return switch (text) {
            case "is gone" -> name -> state().gone(name);
            case "is a draft with its content from before the disaster" -> name -> state().thereAsDraft(name);
            case "has the content that git has now" -> name -> state().contentIsOfGit(name);
            case "has its former content in a draft beside the published package revision" ->
                name -> rescue.restored().cameBackBeside(name);
            case PUBLISHED + "its proposal" -> name -> state().publishedWithMetadataOf(name, RecoveryPoint.DISASTER);
            case PUBLISHED + "P1", PUBLISHED + "P2" ->
                name -> state().publishedWithMetadataOf(name, new RecoveryPoint(text.substring(PUBLISHED.length())));
            default -> throw Phrase.unknown(text);
        };
    }

    /** What every package revision may have. */
    @ParameterType("content|the labels and annotations from before the disaster")
    public Runnable possession(String text) {
        return text.equals("content") ? () -> state().everyRevisionHasContent() : () -> state().metadataIsKept();
    }

    /** Which package revisions are meant: all, or those of a recovery point. */
    @ParameterType("package revision|package revision from before P[12]")
    public Runnable kept(String text) {
        return text.equals("package revision")
                ? () -> state().nothingIsLost()
                : () -> state().nothingIsLostFrom(new RecoveryPoint(text.substring(text.length() - 2)));
    }

    /** What may be said of a deletion that finalizers hold. */
    @ParameterType("still waits for its finalizers|is done in every store as soon as its finalizers are removed")
    public Runnable deletionState(String text) {
        return text.startsWith("still")
                ? () -> operator.deletion().stillWaits()
                : () -> operator.deletion().goesWhenReleased();
    }

    @Then("the package {string} {packageState}")
    public void is(String packageName, Consumer<String> state) {
        state.accept(packageName);
    }

    @Then("every package revision has {possession}")
    public void everyOneHas(Runnable possession) {
        possession.run();
    }

    @Then("no {kept} is lost")
    public void noneIsLost(Runnable kept) {
        kept.run();
    }

    @Then("its deletion {deletionState}")
    public void deletion(Runnable state) {
        state.run();
    }

    private RecoveredStateAssert state() {
        return outcome.get();
    }
}
