package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.align.RecoveryComponents;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The recovery as operators run it. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = "Porch-compatible orchestrator with recovery built in.")
public final class RecoveryMain implements Runnable {
    private static final int USAGE = 64;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(UnaryOperator.identity(), arguments));
    }

    /**
     * Runs one command and returns its exit code.
     *
     * @param alteration gets the recovery's parts and gives the ones to use, for those who compose another recovery
     */
    public static int run(UnaryOperator<RecoveryComponents> alteration, String... arguments) {
        return commandLine(alteration).execute(arguments);
    }

    /**
     * Runs one command, with what it prints and what it complains about going to {@code output}, and returns its exit code.
     *
     * @param alteration gets the recovery's parts and gives the ones to use, for those who compose another recovery
     */
    public static int run(UnaryOperator<RecoveryComponents> alteration, PrintWriter output, String... arguments) {
        return commandLine(alteration).setOut(output).setErr(output).execute(arguments);
    }

    static CommandLine commandLine(UnaryOperator<RecoveryComponents> alteration) {
        CommandLine commandLine = new CommandLine(new RecoveryMain())
                .addSubcommand(new ServeCommand(alteration))
                .addSubcommand(new PlanCommand(alteration))
                .addSubcommand(new RecoverCommand(alteration))
                .addSubcommand(new RescueCommand());
        commandLine.setParameterExceptionHandler(RecoveryMain::wrongUsage);
        return commandLine;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("recovery: " + wrong.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }
}
