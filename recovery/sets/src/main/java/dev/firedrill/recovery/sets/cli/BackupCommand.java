package dev.firedrill.recovery.sets.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backup}: a group of commands. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Takes and keeps recovery sets.",
        subcommands = {
            BackupCreateCommand.class,
            BackupListCommand.class,
            BackupShowCommand.class,
            BackupVerifyCommand.class,
            BackupStatusCommand.class,
            BackupDeleteCommand.class,
            BackupPruneCommand.class
        })
public final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: create, list, show, status, verify, delete or prune");
    }
}
