package dev.firedrill.scenarios.recording;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.reports.JournalEvent;
import dev.firedrill.reports.JournalWriter;
import dev.firedrill.reports.NotOurs;
import dev.firedrill.reports.Redactor;
import dev.firedrill.reports.Reports;
import dev.firedrill.reports.ResultFolder;
import dev.firedrill.reports.ResultsNotWritten;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.ScenarioResult;
import io.qameta.allure.AllureResultsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a drill leaves in its folder while it runs: the journal of what happened when, and evidence of what went wrong;
 * both without secrets. Safe for use by several threads.
 */
public final class DrillRecord implements AutoCloseable {
    private static final String EVIDENCE = "evidence";

    private final ResultFolder folder;
    private final Redactor redactor;
    private final JournalWriter journal;
    private final AllureFolder allure;
    private final AtomicReference<@Nullable RuntimeException> unwritten = new AtomicReference<>();

    private DrillRecord(ResultFolder folder, Redactor redactor, JournalWriter journal) {
        this.folder = folder;
        this.redactor = redactor;
        this.journal = journal;
        this.allure = new AllureFolder(folder, this::attempt);
    }

    /**
     * Begins the record of a drill and removes what an earlier one has left in the folder.
     *
     * @throws NotOurs when something else than that stands there
     * @throws ResultsNotWritten when the folder cannot be written
     */
    public static DrillRecord open(Path out, String drill) {
        ResultFolder folder = ResultFolder.renewed(out);
        Redactor redactor = Redactor.of();
        folder.claim(JournalWriter.NAME);
        return new DrillRecord(folder, redactor, JournalWriter.open(out, drill, Clock.systemUTC(), redactor));
    }

    /** Receives Allure's results. */
    public AllureResultsWriter allure() {
        return allure;
    }

    /**
     * Writes the result and everything that is rendered from it.
     *
     * @throws ResultsNotWritten when that, or anything else of the record, could not be written
     */
    public void write(DrillResult result) {
        attempt(() -> Reports.write(result, folder, redactor));
        RuntimeException problem = unwritten.get();
        if (problem != null) {
            throw problem;
        }
    }

    /** A full disk ends the record and not the drill: what it finds can still be told. */
    private void attempt(Runnable writing) {
        try {
            writing.run();
        } catch (ResultsNotWritten | NotOurs problem) {
            unwritten.compareAndSet(null, problem);
        }
    }

    /** Knows the secrets of this drill. */
    public Redactor redactor() {
        return redactor;
    }

    /** A scenario has begun. */
    public void started(String scenario) {
        note(new JournalEvent(scenario, "started", "", "the scenario began"));
    }

    /** A scenario has ended; what it found stands in the journal already. */
    public void finished(ScenarioResult result) {
        allure.ended(result);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("forbidden", result.forbidden());
        facts.put("failure", String.valueOf(result.failure()));
        note(new JournalEvent(result.id(), "verdict", "", result.verdict().text(), facts));
    }

    /** Writes down what just happened. */
    public void note(JournalEvent event) {
        attempt(() -> journal.write(event));
    }

    /** Keeps a copy of a file for the reader of the report; empty when there is no such file. */
    public Stream<Evidence> keep(String scenario, String title, Path file) {
        if (!Files.isRegularFile(file)) {
            return Stream.of();
        }
        try {
            return Stream.of(keep(scenario, title, file.getFileName().toString(), Files.readString(file)));
        } catch (IOException e) {
            throw new EnvironmentFailure("The evidence " + file + " cannot be read: " + e, e);
        }
    }

    /** Keeps a text for the reader of the report, in a file of that name. */
    public Evidence keep(String scenario, String title, String name, String text) {
        String path = EVIDENCE + "/" + scenario.replaceAll("[^A-Za-z0-9]+", "-") + "/" + name;
        attempt(() -> folder.write(path, redactor.redact(text)));
        return new Evidence(path, title, null);
    }

    @Override
    public void close() {
        attempt(journal::close);
        attempt(folder::close);
    }
}
