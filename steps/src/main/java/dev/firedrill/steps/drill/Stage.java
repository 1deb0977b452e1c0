package dev.firedrill.steps.drill;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the glue's constructors may ask for.
 *
 * @param shared objects that all scenarios of a drill share
 * @param ofScenario classes of which every scenario has an object of its own
 */
public record Stage(Set<Object> shared, Set<Class<?>> ofScenario) {
    public Stage {
        shared = Set.copyOf(shared);
        ofScenario = Set.copyOf(ofScenario);
    }

    /** Nothing to ask for. */
    static Stage empty() {
        return new Stage(Set.of(), Set.of());
    }

    /** The same with what every drill brings along. */
    Stage with(FindingsBoard board) {
        Set<Object> objects = new LinkedHashSet<>(shared);
        objects.add(board);
        Set<Class<?>> classes = new LinkedHashSet<>(ofScenario);
        classes.add(ScenarioFindings.class);
        return new Stage(objects, classes);
    }
}
