package dev.firedrill.environments.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose something outside this process is, such as a container or a marker in a store: written on it, read by later runs.
 *
 * @param host the machine (or container) that the harness ran on: elsewhere a process id says nothing
 * @param pid the harness
 * @param started when the harness started, in seconds since 1970: a pid alone is reused
 */
public record RunLabel(String host, long pid, long started) {
    /** The label under which it is written. */
    public static final String KEY = "dev.firedrill.run";

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]{1,128})/(\\d{1,18})/(\\d{1,18})");
    /** The start is worked out from the time of boot, which two reads can round differently. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** The label of this process. */
    public static RunLabel ofThisJvm() {
        ProcessHandle self = ProcessHandle.current();
        return new RunLabel(HostName.ofThisMachine(), self.pid(), startOf(self));
    }

    /** What a label says; empty when it is none of ours or was tampered with, and then nobody touches its bearer. */
    public static Optional<RunLabel> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new RunLabel(parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    /** As a label of a container, volume or network. */
    public Map<String, String> asMap() {
        return Map.of(KEY, toString());
    }

    /** Whether that harness is surely gone: it ran here and its process does not run any more. */
    public boolean dead() {
        if (!host.equals(HostName.ofThisMachine())) {
            return false;
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(alive -> Math.abs(startOf(alive) - started) > ROUNDING.toSeconds())
                .orElse(true);
    }

    @Override
    public String toString() {
        return host + "/" + pid + "/" + started;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
