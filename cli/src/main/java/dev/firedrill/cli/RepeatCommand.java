package dev.firedrill.cli;

import dev.firedrill.scenarios.options.Repetition;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What a user typed, kept for whoever wants to do it again. */
final class RepeatCommand {
    /** Options that say which scenarios run and where results go, and nothing about what is found. */
    private static final Set<String> OF_THE_RUN = Set.of("--tags", "--shard", "--workers", "--out", "--keep", "--json");

    private RepeatCommand() {}

    /** The command that {@code command} has parsed. */
    static Repetition of(CommandLine command) {
        ParseResult parsed = command.getParseResult();
        List<String> all = new ArrayList<>(parsed.originalArgs());
        int named = all.indexOf(command.getCommandName());
        List<String> program = new ArrayList<>(program());
        program.add(command.getCommandName());
        return new Repetition(program, all.subList(named + 1, all.size()), settings(parsed));
    }

    private static List<String> settings(ParseResult parsed) {
        List<String> settings = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptionsSet()) {
            if (!OF_THE_RUN.contains(option.longestName())) {
                for (String value : option.originalStringValues()) {
                    settings.add(option.longestName());
                    settings.addAll(option.arity().max() == 0 ? List.of() : List.of(value));
                }
            }
        }
        return settings;
    }

    /** The launcher of a checkout where it was used, else the jar. */
    private static List<String> program() {
        if (System.getProperty("firedrill.home") != null) {
            return List.of("./firedrill");
        }
        try {
            Path jar = Path.of(Firedrill.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return List.of("java", "-jar", jar.toString());
        } catch (URISyntaxException unnameable) {
            return List.of("firedrill");
        }
    }
}
