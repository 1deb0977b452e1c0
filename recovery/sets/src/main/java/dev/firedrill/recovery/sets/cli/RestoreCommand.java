package dev.firedrill.recovery.sets.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code restore}: a group of commands. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Restores recovery sets.",
        subcommands = {RestorePlanCommand.class, RestoreRunCommand.class})
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: plan or run");
    }
}
