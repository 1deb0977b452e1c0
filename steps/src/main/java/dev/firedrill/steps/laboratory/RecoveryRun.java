package dev.firedrill.steps.laboratory;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.vocabulary.ClusterAddress;
import dev.firedrill.vocabulary.DatabaseAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One finished run of a recovery command such as {@code recover} or {@code rescue list}, in a process of its own.
 *
 * @param exitCode how it ended
 * @param output the end of what it printed
 */
public record RecoveryRun(int exitCode, String output) {
    private static final int LINES = 400;

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
        List<String> line = new ArrayList<>(RecoveryCommand.java(broken));
        List<String> words = List.of(command);
        int subcommands = command[0].equals("rescue") ? 2 : 1;
        line.addAll(words.subList(0, subcommands));
        line.addAll(stores.arguments());
        line.addAll(words.subList(subcommands, words.size()));
        ManagedProcess process = leash.start(name + "-" + command[0], line, Map.of(), own);
        int exitCode = process.awaitExit(Patience.PASS);
        return new RecoveryRun(exitCode, process.tail(LINES));
    }
}
