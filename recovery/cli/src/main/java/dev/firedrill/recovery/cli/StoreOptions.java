package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.git.transport.GitHttpSettings;
import dev.firedrill.recovery.journal.Failpoints;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.recovery.reconcile.Settings;
import dev.firedrill.recovery.tls.Authorities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Where the three stores are: the options that all commands share. Secrets are read from files, never from arguments. */
public final class StoreOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "The control plane; without it, the cluster that the process runs in.")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The namespace to work in (default: ${DEFAULT-VALUE}).")
    private String namespace = "default";

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            required = true,
            description = "The package cache, jdbc:postgresql://HOST:PORT/DATABASE, without credentials.")
    private String databaseUrl = "";

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "porch",
            description = "Who logs in to the package cache (default: ${DEFAULT-VALUE}).")
    private String databaseUser = "porch";

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "The file with the password; it is read again at every new connection.")
    private @Nullable Path databasePasswordFile;

    @Option(
            names = "--database-ca",
            paramLabel = "FILE",
            description = {
                "The certificate authority of the package cache, in PEM. With it the connection is encrypted and the server",
                "has to prove its name; without it, what the URL says (sslmode, sslrootcert)."
            })
    private @Nullable Path databaseAuthorities;

    @Option(
            names = "--git-ca",
            paramLabel = "FILE",
            description = "Certificate authorities of git servers, in PEM, besides those that Java trusts.")
    private @Nullable Path gitAuthorities;

    @Option(
            names = "--git-connect-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            converter = DurationText.class,
            description = "How long a connection to a git server may take to come about (default: ${DEFAULT-VALUE}).")
    private Duration gitConnect = GitHttpSettings.USUAL.connect();

    @Option(
            names = "--git-answer-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            converter = DurationText.class,
            description = "How long a git server may be silent (default: ${DEFAULT-VALUE}).")
    private Duration gitAnswer = GitHttpSettings.USUAL.answer();

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            required = true,
            description = "A folder for clones, which may be deleted whenever no process uses it.")
    private Path workDirectory = Path.of("");

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Where every step is recorded, a line of JSON each.")
    private @Nullable Path journal;

    @Option(
            names = "--removal-threshold",
            paramLabel = "SHARE",
            description = "The share of a Repository's published revisions of which no more go unasked, 0 to 1.")
    private double removalThreshold = RulesPlanner.USUAL_THRESHOLD;

    @Option(
            names = "--push-drafts-to-git",
            description = {
                "Drafts and proposals get branches in git as well, from which a package cache that was lost gets them back.",
                "Give it to every command that works on the same stores, or to none."
            })
    private boolean pushDraftsToGit;

    @Option(names = "--halt-after", paramLabel = "N", hidden = true, description = "For rehearsals: ends after step N.")
    private @Nullable Integer haltAfter;

    @Option(
            names = "--pause-at",
            paramLabel = "STEP",
            hidden = true,
            converter = StepName.class,
            description = "For rehearsals: stops moving at this step.")
    private @Nullable Step pauseAt;

    @Option(
            names = "--pause-after",
            paramLabel = "N",
            hidden = true,
            description = "For rehearsals: stops moving after step N.")
    private @Nullable Integer pauseAfter;

    @Option(
            names = "--pause-until",
            paramLabel = "FILE",
            hidden = true,
            description = "For rehearsals: goes on as soon as this file is there.")
    private @Nullable Path pauseUntil;

    /** The settings that the options ask for, with the usual poll interval and address. */
    Settings settings() {
        Settings usual = Settings.of(
                Optional.ofNullable(kubeconfig),
                namespace,
                databaseUrl,
                databaseUser,
                Optional.ofNullable(databasePasswordFile),
                workDirectory);
        return new Settings(
                usual.kubeconfig(),
                usual.namespace(),
                usual.databaseUrl(),
                usual.databaseUser(),
                usual.databasePasswordFile(),
                usual.workDirectory(),
                usual.pollInterval(),
                removalThreshold,
                pushDraftsToGit,
                Optional.ofNullable(journal),
                new Failpoints(
                        haltAfter == null ? OptionalInt.empty() : OptionalInt.of(haltAfter),
                        Optional.ofNullable(pauseAt),
                        pauseAfter == null ? OptionalInt.empty() : OptionalInt.of(pauseAfter),
                        Optional.ofNullable(pauseUntil)),
                usual.listen(),
                new GitHttpSettings(
                        positive(gitConnect, "--git-connect-timeout"),
                        positive(gitAnswer, "--git-answer-timeout"),
                        Optional.ofNullable(gitAuthorities)),
                Optional.ofNullable(databaseAuthorities).map(StoreOptions::certificates));
    }

    private Duration positive(Duration duration, String option) {
        boolean sane = duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(Duration.ofDays(1)) <= 0;
        if (!sane) {
            throw new ParameterException(
                    spec.commandLine(), option + " has to be between a second (PT1S) and a day (P1D)");
        }
        return duration;
    }

    /** Read once, so that a file that holds none is told here and not as a failure of the database. */
    private static Path certificates(Path file) {
        Authorities.read(file, "--database-ca");
        return file;
    }

    /** Steps by the names that they have in the journal. */
    static final class StepName implements ITypeConverter<Step> {
        @Override
        public Step convert(String value) {
            return Arrays.stream(Step.values())
                    .filter(step -> step.text().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is not a step of the journal"));
        }
    }
}
