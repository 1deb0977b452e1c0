package dev.firedrill.cli;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            ListCommand.class,
            StepsCommand.class,
            DocsCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            BenchmarkCommand.class
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

    /** The whole command, ready to be given arguments. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Firedrill());
        shipped().forEach(commandLine::addSubcommand);
        CommandLine benchmark = commandLine.getSubcommands().get("benchmark");
        ServiceLoader.load(BenchmarkExtension.class).forEach(benchmark::addSubcommand);
        commandLine.setExecutionExceptionHandler(new PlainErrors());
        // A tag on the command line is not the name of a file with arguments.
        commandLine.setExpandAtFiles(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(PlainErrors::wrongUsage);
        return commandLine;
    }

    /** The commands of the recovery, which this module does not know: the harness runs what it judges as a process. */
    private static Stream<?> shipped() {
        Stream<? extends ServiceLoader.Provider<?>> services = ServiceLoader.load(Callable.class).stream();
        return services.filter(command -> command.type().isAnnotationPresent(Command.class))
                .map(ServiceLoader.Provider::get);
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
