package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.GitUnavailable;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command and says what went wrong in one sentence instead of a stack trace. */
final class Sentences {
    /** Everything is as it should be. */
    static final int FINE = 0;

    /** The command did what it could, and something remains to be done by a person. */
    static final int REMAINS = 1;

    /** A store cannot be used, so that nothing is known. */
    static final int BROKEN = 2;

    private Sentences() {}

    static int run(CommandSpec spec, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (ClusterUnavailable
                | CacheUnavailable
                | CacheRefused
                | CacheConflict
                | GitUnavailable
                | UncheckedIOException e) {
            spec.commandLine().getErr().println(spec.name() + ": " + e.getMessage());
            spec.commandLine().getErr().flush();
            return BROKEN;
        }
    }
}
