package dev.firedrill.environments.interlock;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of the operator's own, run by the shell.
 *
 * @param key what the target's file calls it
 * @param line what the shell runs
 */
public record OperatorCommand(String key, String line) {
    /**
     * Runs it to its end.
     *
     * @param variables added to the environment that the harness has
     * @return what it printed
     * @throws EnvironmentFailure when it fails, with the last line that it printed to its error output
     */
    public String run(Map<String, String> variables) {
        try {
            Path printed = Files.createTempFile("firedrill-command", ".out");
            Path complained = Files.createTempFile("firedrill-command", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(printed.toFile())
                        .redirectError(complained.toFile());
                builder.environment().putAll(variables);
                await(builder.start(), complained);
                return Files.readString(printed, StandardCharsets.UTF_8);
            } finally {
                Files.delete(printed);
                Files.delete(complained);
            }
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The command " + key + " of the target could not be run: " + refused.getMessage()
                            + "; see that there is room for its output and that sh is on the PATH",
                    refused);
        }
    }

    private void await(Process process, Path complained) throws IOException {
        try {
            if (!process.waitFor(Patience.PASS.budget().toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new EnvironmentFailure("The command " + key + " of the target did not end within "
                        + Patience.PASS.budget().toSeconds()
                        + " s and was ended; see what it waits for, or stretch every"
                        + " wait with -D" + Patience.FACTOR + "=3");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while the command " + key + " of the target ran", stopped);
        }
        if (process.exitValue() != 0) {
            List<String> lines = Files.readAllLines(complained, StandardCharsets.UTF_8);
            throw new EnvironmentFailure("The command " + key + " of the target ended with code " + process.exitValue()
                    + (lines.isEmpty() ? " and said nothing" : " and said: " + lines.get(lines.size() - 1))
                    + "; run it by hand to see why");
        }
    }
}
