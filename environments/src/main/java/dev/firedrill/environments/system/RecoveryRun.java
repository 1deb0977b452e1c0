package dev.firedrill.environments.system;

/**
 * One finished run of a recovery command such as {@code recover} or {@code rescue list}.
 *
 * @param exitCode how it ended; that of its process, if that was killed
 * @param output everything that it printed; what its process logged, if that was killed
 */
public record RecoveryRun(int exitCode, String output) {
    /** The JSON document among what it printed; warnings may stand before it. */
    public String json() {
        return output.lines()
                .filter(line -> line.startsWith("{") || line.startsWith("["))
                .reduce((first, second) -> second)
                .orElse("");
    }
}
