package dev.firedrill.scenarios.runner;

import io.cucumber.core.backend.ObjectFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/**
 * Makes the glue of one scenario, and gives it what the drill shares. Cucumber's own factory can only make objects out of
 * nothing, which would force shared things into static fields.
 */
final class DrillObjectFactory implements ObjectFactory {
    private final ScenarioDependencies dependencies;
    private final Set<Class<?>> glue = new LinkedHashSet<>();
    private MutablePicoContainer scenario = emptyContainer();

    DrillObjectFactory(ScenarioDependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public boolean addClass(Class<?> glueClass) {
        glue.add(glueClass);
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return scenario.getComponent(type);
    }

    @Override
    public void start() {
        scenario = emptyContainer();
        dependencies.shared().forEach(scenario::addComponent);
        dependencies.ofScenario().forEach(scenario::addComponent);
        glue.forEach(scenario::addComponent);
        scenario.start();
    }

    @Override
    public void stop() {
        scenario.stop();
        scenario.dispose();
    }

    private static MutablePicoContainer emptyContainer() {
        return new PicoBuilder().withCaching().withLifecycle().build();
    }
}
