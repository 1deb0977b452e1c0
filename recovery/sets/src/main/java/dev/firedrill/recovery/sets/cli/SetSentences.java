package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.problem.SetProblem;
import java.util.function.IntSupplier;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command and says what went wrong in one sentence instead of a stack trace. */
final class SetSentences {
    /** Everything is as it should be. */
    static final int FINE = 0;

    /** The command did what it could, and something remains. */
    static final int REMAINS = 1;

    private SetSentences() {}

    static int run(CommandSpec spec, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (SetProblem e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            spec.commandLine().getErr().flush();
            return e.exitCode();
        }
    }
}
