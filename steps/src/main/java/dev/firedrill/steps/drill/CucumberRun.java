package dev.firedrill.steps.drill;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.Plugin;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Cucumber, set up for a drill: its features, its glue, its shared objects. */
final class CucumberRun {
    private static final String GLUE = "dev.firedrill.steps.glue";

    private final DrillOptions drill;
    private final ScenarioId ids;

    CucumberRun(DrillOptions drill, ScenarioId ids) {
        this.drill = drill;
        this.ids = ids;
    }

    /** The ids of all scenarios that the options select, in the order of the files, without running any. */
    List<String> plan() {
        List<String> planned = Collections.synchronizedList(new ArrayList<>());
        ConcurrentEventListener collector = publisher -> publisher.registerHandlerFor(
                TestCaseStarted.class,
                started -> planned.add(ids.of(
                        started.getTestCase().getUri(),
                        started.getTestCase().getLocation().getLine())));
        run(options().setDryRun().setThreads(1).build(), Stage.empty(), collector);
        return List.copyOf(planned);
    }

    /** Runs the scenarios. */
    void run(Stage stage, Plugin... listeners) {
        run(options().setThreads(drill.workers()).setPickleOrder(new RunOrder()).build(), stage, listeners);
    }

    private static void run(RuntimeOptions options, Stage stage, Plugin... listeners) {
        ThreadLocal<ObjectFactory> factories = ThreadLocal.withInitial(() -> new DrillObjectFactory(stage));
        Supplier<ClassLoader> loader = CucumberRun.class::getClassLoader;
        Runtime.builder()
                .withRuntimeOptions(options)
                .withClassLoader(loader)
                .withObjectFactorySupplier(factories::get)
                .withAdditionalPlugins(listeners)
                .build()
                .run();
    }

    private RuntimeOptionsBuilder options() {
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .addGlue(GluePath.parse(GLUE))
                .setNoSummary()
                .setMonochrome(true);
        features().forEach(feature -> options.addFeature(FeatureWithLines.parse(feature)));
        drill.tags().map(TagExpressionParser::parse).ifPresent(options::addTagFilter);
        return options;
    }

    private List<String> features() {
        if (!drill.features().isEmpty()) {
            return drill.features();
        }
        Path folder = drill.home().resolve("features");
        return List.of(Files.isDirectory(folder) ? folder.toUri().toString() : "classpath:features");
    }
}
