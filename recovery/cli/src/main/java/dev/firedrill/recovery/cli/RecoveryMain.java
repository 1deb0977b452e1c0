package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.reconcile.RecoveryFactory;
import dev.firedrill.recovery.reconcile.ShippedRecovery;
import java.io.PrintWriter;
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
        System.exit(run(new ShippedRecovery(), arguments));
    }

    /**
     * Runs one command and returns its exit code.
     *
     * @param recovery makes the components that the commands use
     */
    public static int run(RecoveryFactory recovery, String... arguments) {
        return commandLine(recovery).execute(arguments);
    }

    /**
     * Runs one command, with what it prints and what it complains about going to {@code output}, and returns its exit code.
     *
     * @param recovery makes the components that the commands use
     */
    public static int run(RecoveryFactory recovery, PrintWriter output, String... arguments) {
        return commandLine(recovery).setOut(output).setErr(output).execute(arguments);
    }

    static CommandLine commandLine(RecoveryFactory recovery) {
        CommandLine commandLine = new CommandLine(new RecoveryMain())
                .addSubcommand(new ServeCommand(recovery))
                .addSubcommand(new PlanCommand(recovery))
                .addSubcommand(new RecoverCommand(recovery))
                .addSubcommand(new RescueCommand(recovery));
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
