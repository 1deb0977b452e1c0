package dev.firedrill.recovery.sets.support;

import dev.firedrill.recovery.sets.cli.SetsMain;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command and what it said. */
public record Cli(int code, String out, String err) {
    public static Cli run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = SetsMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Cli(code, out.toString(), err.toString());
    }

    /** The word after {@code label} in the output. */
    public String word(String label) {
        int at = out.indexOf(label + " ");
        if (at < 0) {
            throw new AssertionError("no '" + label + "' in: " + out + err);
        }
        return out.substring(at + label.length() + 1).split("\\s", 2)[0];
    }
}
