package dev.firedrill.environments.system.shipped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.role.system.SystemStores;
import dev.firedrill.environments.system.RecoveryRun;
import dev.firedrill.environments.system.StoreArguments;
import dev.firedrill.environments.wait.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands of a recovery that operators type, each run once, beside the orchestrator's process. */
final class OperatorCommands {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> WELL = Set.of(0);

    private final ShippedHost host;
    private final Optional<String> mutant;
    private final SystemStores stores;

    /** @param mutant the deliberately wrong recovery that runs them, if one does */
    OperatorCommands(ShippedHost host, Optional<String> mutant, SystemStores stores) {
        this.host = host;
        this.mutant = mutant;
        this.stores = stores;
    }

    /** Runs a command such as {@code rescue list} on the system's stores. */
    RecoveryRun run(List<String> command) {
        int subcommands = command.get(0).equals("rescue") ? 2 : 1;
        StoreArguments where =
                StoreArguments.write(host.operatorFolder(), stores.clusterForSystem(), stores.databaseForSystem());
        List<String> arguments = new ArrayList<>(command.subList(0, subcommands));
        arguments.addAll(where.arguments());
        arguments.addAll(command.subList(subcommands, command.size()));
        return host.operator().begin(mutant, arguments).await(Patience.PASS);
    }

    /**
     * Runs one that has to end with code 0 and print JSON.
     *
     * @throws AssertionError when it does not
     */
    JsonNode json(String... command) {
        return json(WELL, command);
    }

    /** The same with further codes that are good. */
    JsonNode json(Set<Integer> good, String... command) {
        RecoveryRun run = run(List.of(command));
        String line = "'firedrill " + String.join(" ", command) + "'";
        if (!good.contains(run.exitCode())) {
            throw new AssertionError(line + " ended with code " + run.exitCode() + ": " + run.output());
        }
        try {
            return JSON.readTree(run.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(line + " did not print JSON: " + run.output(), e);
        }
    }
}
