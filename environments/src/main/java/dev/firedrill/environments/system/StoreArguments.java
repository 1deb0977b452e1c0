package dev.firedrill.environments.system;

import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The arguments that tell a recovery command its stores. Secrets go into files, never onto a command line, which every
 * user of the machine can read.
 *
 * @param arguments the options
 */
public record StoreArguments(List<String> arguments) {
    /** What a recovery keeps for the next one that works in the same folder: its clones. */
    static final String WORK = "work";

    public static StoreArguments write(Path folder, ClusterAddress cluster, DatabaseAddress database) {
        Path kubeconfig = folder.resolve("kubeconfig");
        Path password = folder.resolve("database-password");
        try {
            Files.createDirectories(folder);
            Files.writeString(kubeconfig, cluster.kubeconfig());
            Files.writeString(password, database.password());
        } catch (IOException e) {
            throw new EnvironmentFailure("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        return new StoreArguments(List.of(
                "--kubeconfig", kubeconfig.toString(),
                "--namespace", cluster.namespace(),
                "--database-url", database.jdbcUrl(),
                "--database-user", database.username(),
                "--database-password-file", password.toString(),
                "--work-dir", folder.resolve(WORK).toString()));
    }
}
