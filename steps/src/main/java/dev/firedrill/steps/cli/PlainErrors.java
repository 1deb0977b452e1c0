package dev.firedrill.steps.cli;

import dev.firedrill.reports.ResultsNotWritten;
import dev.firedrill.reports.ShardsDoNotMatch;
import dev.firedrill.reports.result.UnreadableResult;
import dev.firedrill.vocabulary.LaboratoryBroken;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Words errors for people: one sentence with a hint, and no stack trace unless it is a defect of ours. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (error instanceof ParameterException wrong) {
            return wrongUsage(wrong, new String[0]);
        }
        if (error instanceof LaboratoryBroken
                || error instanceof UnreadableResult
                || error instanceof ShardsDoNotMatch
                || error instanceof ResultsNotWritten) {
            command.getErr().println("firedrill: " + error.getMessage());
            return ExitCode.INCONCLUSIVE;
        }
        throw error;
    }

    static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("firedrill: " + wrong.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }
}
