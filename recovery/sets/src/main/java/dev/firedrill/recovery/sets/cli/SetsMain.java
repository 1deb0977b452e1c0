package dev.firedrill.recovery.sets.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about recovery sets, as operators run them. */
@Command(
        name = "sets",
        mixinStandardHelpOptions = true,
        description = "Takes, proves and restores recovery sets.",
        subcommands = {BackupCommand.class, RestoreCommand.class})
public final class SetsMain implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SetsMain.class);
    private static final int BROKEN = 2;
    private static final int USAGE = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, for those who put them among others. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new SetsMain());
        commandLine.setParameterExceptionHandler(SetsMain::wrongUsage);
        commandLine.setExecutionExceptionHandler(SetsMain::defect);
        return commandLine;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What nobody foresaw is a defect of this program and says nothing of the set. */
    private static int defect(Exception unforeseen, CommandLine command, CommandLine.ParseResult parsed) {
        LOG.error(
                "{} failed in a way that nobody foresaw",
                command.getCommandSpec().qualifiedName(),
                unforeseen);
        return BROKEN;
    }

    private static int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + wrong.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }
}
