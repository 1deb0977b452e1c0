package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.retention.Pruning;
import dev.firedrill.recovery.sets.retention.RetentionPolicy;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup prune}. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Removes the sets of a batch that nothing asks to keep. The newest complete set is kept always, and so is what kept",
            "sets build on. Without --confirm it only says what it would do. Taking backups and removing them are two commands,",
            "so that two people can have the rights."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done, or shown", "2:the storage cannot be used", "64:wrong usage, or sets are in use"})
public final class BackupPruneCommand implements Callable<Integer> {
    @Mixin
    private StorageOptions places = new StorageOptions();

    @Option(names = "--batch", paramLabel = "NAME", defaultValue = "porch", description = "The batch (default: porch).")
    private String batch = "porch";

    @Option(names = "--keep-last", paramLabel = "N", defaultValue = "0", description = "Keeps the newest N.")
    private int last;

    @Option(
            names = "--keep-hourly",
            paramLabel = "N",
            defaultValue = "0",
            description = "Keeps one of each of N hours.")
    private int hourly;

    @Option(names = "--keep-daily", paramLabel = "N", defaultValue = "0", description = "Keeps one of each of N days.")
    private int daily;

    @Option(
            names = "--keep-weekly",
            paramLabel = "N",
            defaultValue = "0",
            description = "Keeps one of each of N weeks.")
    private int weekly;

    @Option(
            names = "--keep-monthly",
            paramLabel = "N",
            defaultValue = "0",
            description = "Keeps one of each of N months.")
    private int monthly;

    @Option(
            names = "--keep-yearly",
            paramLabel = "N",
            defaultValue = "0",
            description = "Keeps one of each of N years.")
    private int yearly;

    @Option(
            names = "--keep-within",
            paramLabel = "DURATION",
            defaultValue = "PT0S",
            description = "Keeps all that are younger, such as P7D or PT12H.")
    private Duration within = Duration.ZERO;

    @Option(names = "--confirm", description = "Really does it.")
    private boolean confirmed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::prune);
    }

    private int prune() {
        Pruning pruning = new Pruning(places.storage(), places.catalogue(), Clock.systemUTC());
        Pruning.Verdict verdict =
                pruning.decide(batch, new RetentionPolicy(last, hourly, daily, weekly, monthly, yearly, within));
        if (confirmed) {
            pruning.remove(verdict);
        }
        PrintWriter out = spec.commandLine().getOut();
        verdict.kept().forEach((root, reason) -> out.println("keeps " + batch + "/" + root + " (" + reason + ")"));
        verdict.removed().forEach(place -> out.println((confirmed ? "removed " : "would remove ") + place));
        if (!confirmed && !verdict.removed().isEmpty()) {
            out.println("add --confirm to do it");
        }
        out.flush();
        return SetSentences.FINE;
    }
}
