package dev.firedrill.steps.drill;

import dev.firedrill.reports.JournalEvent;
import dev.firedrill.reports.JournalWriter;
import dev.firedrill.reports.Redactor;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a drill leaves in its folder while it runs: the journal of what happened when, and evidence of what went wrong;
 * both without secrets. Safe for use by several threads.
 */
public final class DrillRecord implements AutoCloseable {
    private static final String EVIDENCE = "evidence";
    /** What an earlier drill may have left in the folder; anything else there is not ours to touch. */
    private static final List<String> OURS =
            List.of("result.json", JournalWriter.NAME, "site", "allure-results", EVIDENCE);

    private final Path out;
    private final Redactor redactor;
    private final JournalWriter journal;

    private DrillRecord(Path out, Redactor redactor, JournalWriter journal) {
        this.out = out;
        this.redactor = redactor;
        this.journal = journal;
    }

    /**
     * Begins the record of a drill and removes what an earlier one has left in the folder.
     *
     * @throws LaboratoryBroken when the folder cannot be written
     */
    public static DrillRecord open(Path out, String drill) {
        try {
            Files.createDirectories(out);
            for (String name : OURS) {
                delete(out.resolve(name));
            }
        } catch (IOException e) {
            throw new LaboratoryBroken(
                    "The folder for results, " + out + ", cannot be written: " + e + "; name another with --out", e);
        }
        Redactor redactor = Redactor.of();
        return new DrillRecord(out, redactor, JournalWriter.open(out, drill, Clock.systemUTC(), redactor));
    }

    /** Knows the secrets of this drill. */
    public Redactor redactor() {
        return redactor;
    }

    /** A scenario has begun. */
    public void started(String scenario) {
        journal.write(new JournalEvent(scenario, "started", "", "the scenario began"));
    }

    /** A scenario has ended, with everything that it found. */
    public void finished(ScenarioResult result) {
        result.witnesses()
                .forEach(witness -> journal.write(
                        new JournalEvent(result.id(), "witness", "", witness.fault(), Map.of("seen", witness.seen()))));
        result.timeline()
                .forEach(entry -> journal.write(new JournalEvent(
                        result.id(),
                        entry.phase(),
                        entry.store(),
                        entry.what(),
                        Map.of("began", entry.at(), "took", String.valueOf(entry.duration())))));
        journal.write(new JournalEvent(
                result.id(),
                "verdict",
                "",
                result.verdict().text(),
                Map.of("failure", String.valueOf(result.failure()))));
    }

    /** Keeps a copy of a file for the reader of the report; empty when there is no such file. */
    public Stream<Evidence> keep(String scenario, String title, Path file) {
        if (!Files.isRegularFile(file)) {
            return Stream.of();
        }
        try {
            return Stream.of(keep(scenario, title, file.getFileName().toString(), Files.readString(file)));
        } catch (IOException e) {
            throw new LaboratoryBroken("The evidence " + file + " cannot be read: " + e, e);
        }
    }

    /** Keeps a text for the reader of the report, in a file of that name. */
    public Evidence keep(String scenario, String title, String name, String text) {
        Path copy = out.resolve(EVIDENCE)
                .resolve(scenario.replaceAll("[^A-Za-z0-9]+", "-"))
                .resolve(name);
        try {
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, redactor.redact(text));
        } catch (IOException e) {
            throw new LaboratoryBroken("The evidence " + copy + " cannot be written: " + e, e);
        }
        return new Evidence(out.relativize(copy).toString().replace('\\', '/'), title, null);
    }

    @Override
    public void close() {
        journal.close();
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
