package dev.firedrill.steps.broken;

import dev.firedrill.recovery.cli.RecoveryMain;
import java.util.Arrays;

/** The recovery with one mistake in it, as a process of its own: the mistake's name, then what the recovery is given. */
public final class BrokenMain {
    private BrokenMain() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        BrokenRecovery broken = BrokenRecoveries.named(arguments[0])
                .orElseThrow(() -> new IllegalArgumentException("no broken recovery is called " + arguments[0]));
        System.exit(RecoveryMain.run(broken.breaking(), Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
}
