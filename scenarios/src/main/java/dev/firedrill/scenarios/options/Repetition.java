package dev.firedrill.scenarios.options;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to type in a POSIX shell to do a drill again, or one scenario of it.
 *
 * @param program what starts Firedrill, up to and with the command
 * @param arguments everything that was given
 * @param settings what of that does not select scenarios and changes what is found
 */
public record Repetition(List<String> program, List<String> arguments, List<String> settings) {
    private static final String PLAIN = "[A-Za-z0-9_./:=,@%+-]+";

    public Repetition {
        program = List.copyOf(program);
        arguments = List.copyOf(arguments);
        settings = List.copyOf(settings);
    }

    /** The whole drill. */
    public String whole() {
        return line(program, arguments, List.of());
    }

    /** One scenario of it, by its id. */
    public String of(String scenario) {
        return line(program, List.of(scenario), settings);
    }

    private static String line(List<String> program, List<String> arguments, List<String> more) {
        List<String> words = new ArrayList<>(program);
        words.addAll(arguments);
        words.addAll(more);
        return words.stream().map(Repetition::quoted).collect(Collectors.joining(" "));
    }

    /** A word that a shell takes as it is: in single quotes nothing has a meaning but their end. */
    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
