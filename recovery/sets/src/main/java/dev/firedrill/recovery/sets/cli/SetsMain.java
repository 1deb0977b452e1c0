package dev.firedrill.recovery.sets.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about recovery sets, as operators run them. */
@Command(name = "sets", mixinStandardHelpOptions = true, description = "Takes, proves and restores recovery sets.")
public final class SetsMain implements Runnable {
    private static final int USAGE = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, for those who put them among others. */
    public static CommandLine commandLine() {
        CommandLine commandLine =
                new CommandLine(new SetsMain()).addSubcommand(backup()).addSubcommand(restore());
        commandLine.setParameterExceptionHandler(SetsMain::wrongUsage);
        return commandLine;
    }

    /** {@code backup} and what belongs to it. */
    public static CommandLine backup() {
        return new CommandLine(new BackupCommand())
                .addSubcommand(new BackupCreateCommand())
                .addSubcommand(new BackupListCommand())
                .addSubcommand(new BackupShowCommand())
                .addSubcommand(new BackupVerifyCommand())
                .addSubcommand(new BackupDeleteCommand());
    }

    /** {@code restore} and what belongs to it. */
    public static CommandLine restore() {
        return new CommandLine(new RestoreCommand())
                .addSubcommand(new RestorePlanCommand())
                .addSubcommand(new RestoreRunCommand());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + wrong.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }
}
