package dev.firedrill.recovery.sets.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code restore}: a group of commands. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "Restores recovery sets.")
public final class RestoreCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: plan or run");
    }
}
