package dev.firedrill.scenarios.runner;

import dev.firedrill.scenarios.recording.ResultRegistry;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the glue's constructors may ask for.
 *
 * @param shared objects that all scenarios of a drill share
 * @param ofScenario classes of which every scenario has an object of its own
 */
public record ScenarioDependencies(Set<Object> shared, Set<Class<?>> ofScenario) {
    public ScenarioDependencies {
        shared = Set.copyOf(shared);
        ofScenario = Set.copyOf(ofScenario);
    }

    /** Nothing to ask for. */
    static ScenarioDependencies empty() {
        return new ScenarioDependencies(Set.of(), Set.of());
    }

    /** The same with what every drill brings along. */
    ScenarioDependencies with(ResultRegistry registry) {
        Set<Object> objects = new LinkedHashSet<>(shared);
        objects.add(registry);
        Set<Class<?>> classes = new LinkedHashSet<>(ofScenario);
        classes.add(ScenarioRecorder.class);
        return new ScenarioDependencies(objects, classes);
    }
}
