package dev.firedrill.environments.role.system;

import java.nio.file.Path;
import java.util.List;

/** Ability of a system that writes down each step right after it took effect, and numbers them. */
public interface Journals {
    /** The steps so far of the process that runs, or ran last; none before it has written any. */
    List<JournalStep> steps();

    /** The steps so far of the command that confirms, or confirmed last; none before it has written any. */
    List<JournalStep> stepsOfConfirmation();

    /** Forgets the steps of the command that confirmed last, before another one begins. */
    void forgetConfirmation();

    /** The file with the steps of the process that runs, or ran last. */
    Path file();
}
