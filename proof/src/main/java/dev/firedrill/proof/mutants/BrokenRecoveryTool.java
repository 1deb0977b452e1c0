package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.cli.RecoveryMain;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.spi.ToolProvider;

/** A deliberately wrong recovery as a tool of the JVM; the first argument names it, the others are its command line. */
public final class BrokenRecoveryTool implements ToolProvider {
    @Override
    public String name() {
        return "broken-recovery";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        Mutant mutant = Mutants.named(arguments[0])
                .orElseThrow(() -> new IllegalArgumentException("no broken recovery is called " + arguments[0]));
        return RecoveryMain.run(new MutantRecovery(mutant), out, Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
