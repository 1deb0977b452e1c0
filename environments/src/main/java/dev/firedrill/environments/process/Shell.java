package dev.firedrill.environments.process;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small shell scripts that live beside this class, as command lines for a POSIX {@code sh}. */
final class Shell {
    private Shell() {}

    /** The command that registers itself in {@code registry} under {@code name} and then becomes {@code command}. */
    static List<String> supervised(Path registry, String name, List<String> command) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", script("supervised.sh"), "supervised"));
        line.add(registry.toString());
        line.add(name);
        line.addAll(command);
        return line;
    }

    /** The command that waits for its input to end and then clears {@code run}. */
    static List<String> reaper(Path run) {
        List<String> line = new ArrayList<>();
        if (isInstalled("setsid")) {
            // A session of its own keeps the terminal's signals away.
            line.add("setsid");
        }
        line.addAll(List.of("sh", "-c", script("reaper.sh"), "firedrill-reaper", run.toString()));
        return line;
    }

    /** Sends a signal such as {@code QUIT}; harmless when the process is gone. */
    static void signal(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException impossible) {
            throw new EnvironmentFailure("Signal " + signal + " could not be sent because no sh runs here", impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while signal " + signal + " was sent", stopped);
        }
    }

    private static boolean isInstalled(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }

    private static String script(String name) {
        try (InputStream text = Shell.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new EnvironmentFailure(
                        "The script " + name + " is not in this build of Firedrill; build it again");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
