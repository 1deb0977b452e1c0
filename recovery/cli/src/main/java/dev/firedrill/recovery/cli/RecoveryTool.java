package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.reconcile.ShippedRecovery;
import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/** The shipped recovery as a tool of the JVM, which runs commands in a running process. */
public final class RecoveryTool implements ToolProvider {
    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return RecoveryMain.run(new ShippedRecovery(), out, arguments);
    }
}
