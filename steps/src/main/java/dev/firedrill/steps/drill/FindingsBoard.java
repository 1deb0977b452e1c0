package dev.firedrill.steps.drill;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the glue of a scenario leaves its findings and the listener picks them up. Safe for use by several threads. */
public final class FindingsBoard {
    private final Map<String, ScenarioFindings> byScenario = new ConcurrentHashMap<>();

    /** Leaves the findings of the scenario at {@code line} of {@code feature}. */
    public void leave(URI feature, int line, ScenarioFindings findings) {
        byScenario.put(feature + ":" + line, findings);
    }

    Optional<ScenarioFindings> take(URI feature, int line) {
        return Optional.ofNullable(byScenario.remove(feature + ":" + line));
    }
}
