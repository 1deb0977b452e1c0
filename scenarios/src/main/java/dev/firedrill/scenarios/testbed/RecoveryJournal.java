package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.role.system.JournalStep;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.util.List;
import java.util.function.Supplier;

/** The journal of one process of a system, as scenarios read it and wait for it. */
public final class RecoveryJournal {
    private final Supplier<List<JournalStep>> journal;

    /** @param journal reads all steps so far */
    public RecoveryJournal(Supplier<List<JournalStep>> journal) {
        this.journal = journal;
    }

    /** All steps so far. */
    public List<JournalStep> steps() {
        return journal.get();
    }

    /** The steps up to the end of the last pass that changed something; those that follow only look. */
    public List<JournalStep> stepsThatMatter() {
        List<JournalStep> all = steps();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            last = all.get(i).changes() ? i : last;
        }
        return all.subList(0, Math.min(all.size(), last + 2));
    }

    /** Waits until the step of this number was taken. */
    public void await(int number) {
        Wait.until("step " + number + " of the recovery", Patience.PASS, this::steps, steps -> steps.size() >= number);
    }

    /** Waits until a step of this name was taken. */
    public void await(String step) {
        Wait.until(
                "the system to reach the step " + step,
                Patience.START,
                this::steps,
                steps -> steps.stream().anyMatch(taken -> taken.name().equals(step)));
    }
}
