package dev.firedrill.steps.laboratory;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.vocabulary.ClusterAddress;
import dev.firedrill.vocabulary.DatabaseAddress;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One finished run of a recovery command such as {@code recover} or {@code rescue list}, in a process of its own.
 *
 * @param exitCode how it ended
 * @param output everything that it printed
 */
public record RecoveryRun(int exitCode, String output) {
    private static final AtomicInteger RUNS = new AtomicInteger();

    static RecoveryRun run(
            Leash leash,
            String name,
            Path folder,
            ClusterAddress cluster,
            DatabaseAddress database,
            Optional<String> broken,
            String... command) {
        // A working folder of its own: the orchestrator may hold the clones of its own.
        Path own = folder.resolveSibling(folder.getFileName() + "-" + command[0]);
        StoreArguments stores = StoreArguments.write(own, cluster, database);
        List<String> line = new ArrayList<>(
                RecoveryCommand.java(broken, ClassArchive.ofThisBuild().use()));
        List<String> words = List.of(command);
        int subcommands = command[0].equals("rescue") ? 2 : 1;
        line.addAll(words.subList(0, subcommands));
        line.addAll(stores.arguments());
        line.addAll(words.subList(subcommands, words.size()));
        // A log of its own, so that nothing of an earlier run is taken for its output.
        ManagedProcess process =
                leash.start(name + "-" + command[0] + "-" + RUNS.incrementAndGet(), line, Map.of(), own);
        int exitCode = process.awaitExit(Patience.PASS);
        return new RecoveryRun(exitCode, read(process.log()));
    }

    /** The JSON document among what it printed; warnings may stand before it. */
    public String json() {
        return output.lines()
                .filter(line -> line.startsWith("{") || line.startsWith("["))
                .reduce((first, second) -> second)
                .orElse("");
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new LaboratoryBroken("The output " + log + " cannot be read: " + e.getMessage(), e);
        }
    }
}
