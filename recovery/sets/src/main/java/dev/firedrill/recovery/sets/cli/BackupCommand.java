package dev.firedrill.recovery.sets.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backup}: a group of commands. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Takes and keeps recovery sets.")
public final class BackupCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: create, list, show, status, verify, delete or prune");
    }
}
