package dev.firedrill.scenarios.recording;

import dev.firedrill.reports.JournalEvent;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where the glue of a scenario puts its findings up when it begins, so that the listener has them however it ends, and the
 * journal while it runs. Safe for use by several threads.
 */
public final class ResultRegistry {
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, ScenarioRecorder> byScenario = new ConcurrentHashMap<>();
    private final Consumer<JournalEvent> journal;

    public ResultRegistry(Consumer<JournalEvent> journal) {
        this.journal = journal;
    }

    /** A scenario of that id begins. */
    public void expect(URI feature, int line, String id) {
        ids.put(feature + ":" + line, id);
    }

    /** Puts up the findings of the scenario at {@code line} of {@code feature}. */
    public void put(URI feature, int line, ScenarioRecorder recorder) {
        recorder.tell(ids.getOrDefault(feature + ":" + line, ""), journal);
        byScenario.put(feature + ":" + line, recorder);
    }

    public Optional<ScenarioRecorder> take(URI feature, int line) {
        ids.remove(feature + ":" + line);
        return Optional.ofNullable(byScenario.remove(feature + ":" + line));
    }
}
