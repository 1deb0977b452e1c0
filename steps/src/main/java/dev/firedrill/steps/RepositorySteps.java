package dev.firedrill.steps;

import dev.firedrill.faults.GitTampering;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.action.RescueActions;
import dev.firedrill.scenarios.assertion.RecoveredStateAssert;
import dev.firedrill.scenarios.run.CurrentOutcome;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import java.util.function.Consumer;

/** What became of Repositories and of what they hold. */
public final class RepositorySteps {
    private final CurrentOutcome outcome;
    private final RescueActions rescue;

    public RepositorySteps(CurrentOutcome outcome, RescueActions rescue) {
        this.outcome = outcome;
        this.rescue = rescue;
    }

    /** What may be said of a Repository. */
    @ParameterType(
            "is quarantined with all its package revisions|is quarantined by the plan, which removes nothing of it|is the only quarantined one in the status, with all its package revisions|has left the package cache|gets nothing from a rescue set before it is registered again|holds exactly what its git repository has published|is not ready because a removal awaits confirmation|is ready and its condition names the path traversal")
    public Consumer<String> repositoryState(String text) {
        return switch (text) {
            case "is quarantined with all its package revisions" -> name -> state().setAside(name);
            case "is quarantined by the plan, which removes nothing of it" ->
                name -> rescue.window().planQuarantines(name);
            case "is the only quarantined one in the status, with all its package revisions" ->
                name -> rescue.window().statusNames(name);
            case "has left the package cache" -> name -> rescue.window().nothingLeftOf(name);
            case "gets nothing from a rescue set before it is registered again" ->
                name -> rescue.window().refusesToRestore(name);
            case "holds exactly what its git repository has published" -> name -> state().holdsWhatGitHas(name);
            case "is not ready because a removal awaits confirmation" -> name -> state().awaitsConfirmation(name);
            case "is ready and its condition names the path traversal" ->
                name -> state().readyAndSaying(name, GitTampering.CLIMBING_TAG, GitTampering.CLIMBING_NAME);
            default -> throw Phrase.unknown(text);
        };
    }

    /** What may be said of every Repository. */
    @ParameterType("ready|quarantined with all its package revisions")
    public Runnable everyRepositoryState(String text) {
        return () -> {
            if (text.equals("ready")) {
                state().everyRepositoryIsReady();
            } else {
                state().everythingSetAside();
            }
        };
    }

    /** What the condition of a Repository may complain of. */
    @ParameterType("the tag of \"[^\"]*\" was moved|its git repository \"[^\"]*\"")
    public Consumer<String> complaint(String text) {
        return text.startsWith("the tag of ")
                ? name -> state().reportsMovedTag(name, Phrase.quoted(text))
                : name -> state().gitIsUnreadable(name, Phrase.quoted(text));
    }

    /** Which UIDs the objects of the control plane have. */
    @ParameterType("the UID that it had at P[12]|another UID than before")
    public Runnable uids(String text) {
        return text.startsWith("another")
                ? () -> state().identitiesSince(RecoveryPoint.DISASTER).areNew()
                : () -> state().identitiesSince(new RecoveryPoint(text.substring(text.length() - 2)))
                        .areKept();
    }

    @Then("the Repository {string} {repositoryState}")
    public void is(String repository, Consumer<String> state) {
        state.accept(repository);
    }

    @Then("every Repository is {everyRepositoryState}")
    public void everyOneIs(Runnable state) {
        state.run();
    }

    @Then("the condition of the Repository {string} says that {complaint}")
    public void complains(String repository, Consumer<String> complaint) {
        complaint.accept(repository);
    }

    @Then("every Repository and every PackageVariant has {uids}")
    public void hasUid(Runnable uids) {
        uids.run();
    }

    @Then("the API does not list any package revision of {string}")
    public void notListed(String repository) {
        state().notListed(repository);
    }

    @Then(
            "the Repository {string} holds {int} draft(s), {int} proposal(s), {int} published and {int} proposed for deletion, and {int} placeholder(s)")
    public void holds(
            String repository, int drafts, int proposals, int published, int deletionProposed, int placeholders) {
        state().countsAre(repository, drafts, proposals, published, deletionProposed, placeholders);
    }

    @Then("only these packages in {string} differ from their state before the disaster:")
    public void onlyTheseDiffer(String repository, DataTable table) {
        state().changesAre(repository, table.cells());
    }

    @Then("no package in {string} differs from its state before the disaster")
    public void noneDiffers(String repository) {
        state().nothingChanged(repository);
    }

    private RecoveredStateAssert state() {
        return outcome.get();
    }
}
