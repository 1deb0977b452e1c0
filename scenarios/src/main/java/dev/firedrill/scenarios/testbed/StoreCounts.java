package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.role.Instrumented;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.environments.role.system.WatchesOnly;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Store;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What was counted at a moment, or from one to another.
 *
 * @param looks complete passes of the orchestrator
 * @param git what git was asked, and how often; empty where it keeps no count
 * @param database the same of the package cache
 * @param gitBytes what git has sent to the orchestrator
 * @param databaseBytes what the package cache has sent to it
 */
public record StoreCounts(
        long looks, Map<String, Long> git, Map<String, Long> database, long gitBytes, long databaseBytes) {
    private static final Pattern SIGN_OF_LIFE = Pattern.compile("SELECT (1|\\$1)\\s*(/\\*.*)?$");

    public static StoreCounts now(Environment environment, WatchesOnly system) {
        long looks = system.looks();
        StoreCounts counts = new StoreCounts(
                looks,
                asked(environment.git()),
                asked(environment.database()),
                environment.linkTo(Store.GIT).bytesReceived(),
                environment.linkTo(Store.DATABASE).bytesReceived());
        if (system.looks() != looks) {
            throw new EnvironmentFailure(
                    "The orchestrator looked at its stores while they were asked what they counted");
        }
        return counts;
    }

    private static Map<String, Long> asked(StoreRole role) {
        return role instanceof Instrumented tally ? tally.asked() : Map.of();
    }

    /** What was counted since {@code before}. */
    public StoreCounts since(StoreCounts before) {
        return new StoreCounts(
                looks - before.looks,
                since(git, before.git),
                since(database, before.database),
                gitBytes - before.gitBytes,
                databaseBytes - before.databaseBytes);
    }

    private static Map<String, Long> since(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> since = new TreeMap<>();
        now.forEach((asked, count) -> {
            long more = count - before.getOrDefault(asked, 0L);
            if (more > 0) {
                since.put(asked, more);
            }
        });
        return since;
    }

    /** Statements to the package cache, signs of life apart: those come by the clock and read nothing. */
    public long statements() {
        Map<String, Long> asked = new TreeMap<>(database);
        asked.keySet().removeIf(statement -> SIGN_OF_LIFE.matcher(statement).lookingAt());
        return sum(asked);
    }

    /** What one look costs, in a sentence. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "a look costs %d requests to git and %d statements, and %d bytes from git and %d from the package cache",
                sum(git) / looks,
                statements() / looks,
                gitBytes / looks,
                databaseBytes / looks);
    }

    private static long sum(Map<String, Long> asked) {
        return asked.values().stream().mapToLong(Long::longValue).sum();
    }
}
