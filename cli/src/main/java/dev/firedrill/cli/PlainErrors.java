package dev.firedrill.cli;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.reports.NotOurs;
import dev.firedrill.reports.ResultsNotWritten;
import dev.firedrill.reports.ShardsDoNotMatch;
import dev.firedrill.reports.result.UnreadableResult;
import dev.firedrill.scenarios.runner.DidYouMean;
import dev.firedrill.scenarios.runner.WrongSelection;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words errors for people: one sentence with a hint. A defect of ours is one too, and never looks like a verdict. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler {
    /** Set to anything, it has defects print their stack trace. */
    static final String TRACE = "FIREDRILL_TRACE";

    private static final List<Class<? extends Exception>> OF_THE_USER = List.of(NotOurs.class, WrongSelection.class);
    private static final List<Class<? extends Exception>> OF_THE_ENVIRONMENT =
            List.of(EnvironmentFailure.class, UnreadableResult.class, ShardsDoNotMatch.class, ResultsNotWritten.class);

    @Override
    public int handleExecutionException(Exception error, CommandLine command, CommandLine.ParseResult parsed) {
        if (error instanceof ParameterException wrong) {
            return wrongUsage(wrong, new String[0]);
        }
        if (error instanceof InvalidPathException unnameable) {
            return told(command.getErr(), unnameable(unnameable), ExitCode.USAGE);
        }
        if (OF_THE_USER.contains(error.getClass())) {
            return told(command.getErr(), String.valueOf(error.getMessage()), ExitCode.USAGE);
        }
        if (OF_THE_ENVIRONMENT.contains(error.getClass())) {
            return told(command.getErr(), String.valueOf(error.getMessage()), ExitCode.INCONCLUSIVE);
        }
        return defect(command.getErr(), error);
    }

    /** Says that something went wrong which nobody foresaw; nothing was proved by it. */
    static int defect(PrintWriter err, Throwable error) {
        boolean traced = !System.getenv().getOrDefault(TRACE, "").isEmpty();
        if (traced) {
            error.printStackTrace(err);
        }
        String kind = error.getClass().getSimpleName();
        String why = error.getMessage() == null ? kind : kind + ": " + error.getMessage();
        return told(
                err,
                "a defect of Firedrill, which proves nothing ("
                        + why.lines().findFirst().orElse(kind) + ")" + (traced ? "" : "; " + TRACE + "=1 shows where"),
                ExitCode.INCONCLUSIVE);
    }

    static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String why = Stream.iterate((Throwable) wrong, Objects::nonNull, Throwable::getCause)
                .filter(InvalidPathException.class::isInstance)
                .findFirst()
                .map(path -> unnameable((InvalidPathException) path))
                .orElseGet(() -> wrong.getMessage() + suggestion(wrong, command));
        command.getErr().println("firedrill: " + why);
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    /** What a word that the command does not know may have been meant for. */
    private static String suggestion(ParameterException wrong, CommandLine command) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String written = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        List<String> known = new ArrayList<>();
        if (written.startsWith("-")) {
            command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        } else {
            known.addAll(command.getSubcommands().keySet());
        }
        return DidYouMean.question(written, known);
    }

    private static String unnameable(InvalidPathException path) {
        return "The locale of this shell has no way to name '" + path.getInput()
                + "'; set one with UTF-8, such as LC_ALL=C.UTF-8";
    }

    private static int told(PrintWriter err, String message, int code) {
        err.println("firedrill: " + message);
        err.flush();
        return code;
    }
}
