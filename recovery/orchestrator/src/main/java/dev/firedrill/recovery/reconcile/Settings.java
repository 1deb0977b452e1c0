package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.git.transport.GitHttpSettings;
import dev.firedrill.recovery.journal.Failpoints;
import dev.firedrill.recovery.plan.RulesPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the three stores are and how the recovery behaves. Holds no secrets: those stay in their files.
 *
 * @param kubeconfig empty for the cluster that the process runs in
 * @param databaseUrl a {@code jdbc:postgresql:} URL without credentials
 * @param databasePasswordFile read at every new connection; empty for a database that asks for none
 * @param workDirectory for clones, which may be deleted whenever no process uses them
 * @param removalThreshold the share of a Repository's published rows of which no more go without confirmation
 * @param pushDraftsToGit whether drafts and proposals get branches in git, from which a lost cache gets them back
 * @param journal where every step is recorded
 * @param listen where the API is served, {@code host:port}
 * @param git how git servers are spoken to
 * @param databaseAuthorities certificate authorities of the database, in PEM; its certificate is then asked for and checked
 */
public record Settings(
        Optional<Path> kubeconfig,
        String namespace,
        String databaseUrl,
        String databaseUser,
        Optional<Path> databasePasswordFile,
        Path workDirectory,
        Duration pollInterval,
        double removalThreshold,
        boolean pushDraftsToGit,
        Optional<Path> journal,
        Failpoints failpoints,
        String listen,
        GitHttpSettings git,
        Optional<Path> databaseAuthorities) {
    /** Settings with the usual way to speak to git servers, and with the authorities of this machine. */
    public Settings(
            Optional<Path> kubeconfig,
            String namespace,
            String databaseUrl,
            String databaseUser,
            Optional<Path> databasePasswordFile,
            Path workDirectory,
            Duration pollInterval,
            double removalThreshold,
            boolean pushDraftsToGit,
            Optional<Path> journal,
            Failpoints failpoints,
            String listen) {
        this(
                kubeconfig,
                namespace,
                databaseUrl,
                databaseUser,
                databasePasswordFile,
                workDirectory,
                pollInterval,
                removalThreshold,
                pushDraftsToGit,
                journal,
                failpoints,
                listen,
                GitHttpSettings.USUAL,
                Optional.empty());
    }

    /** How long after a pass the next one begins without a request. */
    public static final Duration USUAL_POLL_INTERVAL = Duration.ofMinutes(5);

    /** Settings with the usual behaviour. */
    public static Settings of(
            Optional<Path> kubeconfig,
            String namespace,
            String databaseUrl,
            String databaseUser,
            Optional<Path> databasePasswordFile,
            Path workDirectory) {
        return new Settings(
                kubeconfig,
                namespace,
                databaseUrl,
                databaseUser,
                databasePasswordFile,
                workDirectory,
                USUAL_POLL_INTERVAL,
                RulesPlanner.USUAL_THRESHOLD,
                false,
                Optional.empty(),
                Failpoints.none(),
                "127.0.0.1:0");
    }
}
