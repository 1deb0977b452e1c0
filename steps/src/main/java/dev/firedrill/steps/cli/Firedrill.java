package dev.firedrill.steps.cli;

import dev.firedrill.recovery.cli.PlanCommand;
import dev.firedrill.recovery.cli.RecoverCommand;
import dev.firedrill.recovery.cli.RescueCommand;
import dev.firedrill.recovery.cli.ServeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code firedrill} command: its subcommands, and what they share. */
@Command(
        name = "firedrill",
        mixinStandardHelpOptions = true,
        versionProvider = Firedrill.Version.class,
        description = "Takes the stores of a Porch installation away and states what survives.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all held",
            " 1:violated",
            " 2:inconclusive, or the environment is broken",
            "64:wrong usage",
            "69:verification of a recovery set failed",
            "130:stopped by the user, healed first"
        },
        subcommands = {
            DrillCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            BenchmarkCommand.class,
            ServeCommand.class,
            PlanCommand.class,
            RecoverCommand.class,
            RescueCommand.class
        })
public final class Firedrill implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(commandLine(), arguments));
    }

    /** Runs one command; whatever happens, its exit code is one that a verdict could not be taken for. */
    private static int run(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (Error unforeseen) {
            return PlainErrors.defect(commandLine.getErr(), unforeseen);
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Firedrill());
        commandLine.setExecutionExceptionHandler(new PlainErrors());
        // A tag on the command line is not the name of a file with arguments.
        commandLine.setExpandAtFiles(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(PlainErrors::wrongUsage);
        return commandLine;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Reads the version out of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Firedrill.class.getPackage().getImplementationVersion();
            return new String[] {"firedrill " + (version == null ? "(not packaged)" : version)};
        }
    }
}
