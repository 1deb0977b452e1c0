package dev.firedrill.scenarios.runner;

import dev.firedrill.reports.catalogue.Catalogue;
import dev.firedrill.scenarios.options.FeatureSelection;
import dev.firedrill.scenarios.options.PlannedScenario;
import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cucumber, set up for a drill: its features, its glue, its shared objects. */
final class CucumberRun {
    private static final String GLUE = "dev.firedrill.steps";

    private final FeatureSelection selection;
    private final ScenarioIds ids;
    private final FeatureFiles files;

    CucumberRun(FeatureSelection selection, ScenarioIds ids) {
        this.selection = selection;
        this.ids = ids;
        this.files = new FeatureFiles(selection.home());
    }

    /**
     * All scenarios that the options select, in the order of the files, without running any.
     *
     * @throws WrongSelection when there is none, or when one cannot be run
     */
    List<PlannedScenario> plan() {
        return planned();
    }

    /**
     * The same with their texts, and with the step definitions that they are made of.
     *
     * @throws WrongSelection as {@link #plan()}
     */
    Catalogue catalogue() {
        CatalogueListener listener = new CatalogueListener(ids);
        planned(listener);
        return listener.catalogue();
    }

    private List<PlannedScenario> planned(Plugin... listeners) {
        List<PlannedScenario> planned = planned(selected(), selection.tags(), listeners);
        if (planned.isEmpty()) {
            throw new EmptySelection(selection, planned(whole(), Optional.empty())).refusal();
        }
        return planned;
    }

    /**
     * Runs the scenarios.
     *
     * @param workers how many at a time
     */
    void run(ScenarioDependencies dependencies, int workers, Plugin... listeners) {
        RuntimeOptions options = options(selected(), selection.tags())
                .setThreads(workers)
                .setPickleOrder(new RunOrder())
                .build();
        run(options, dependencies, listeners);
    }

    private List<PlannedScenario> planned(
            Collection<FeatureWithLines> features, Optional<String> tags, Plugin... listeners) {
        ScenarioPlanner planning = new ScenarioPlanner(ids);
        RuntimeOptions options =
                options(features, tags).setDryRun().setThreads(1).build();
        Plugin[] all = Stream.concat(Stream.of(planning), Stream.of(listeners)).toArray(Plugin[]::new);
        Unparsed.told(ids, () -> run(options, ScenarioDependencies.empty(), all));
        return planning.scenarios();
    }

    private static void run(RuntimeOptions options, ScenarioDependencies dependencies, Plugin... listeners) {
        ThreadLocal<ObjectFactory> factories = ThreadLocal.withInitial(() -> new DrillObjectFactory(dependencies));
        Supplier<ClassLoader> loader = CucumberRun.class::getClassLoader;
        Runtime.builder()
                .withRuntimeOptions(options)
                .withClassLoader(loader)
                .withObjectFactorySupplier(factories::get)
                .withAdditionalPlugins(listeners)
                .build()
                .run();
    }

    private static RuntimeOptionsBuilder options(Collection<FeatureWithLines> features, Optional<String> tags) {
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .addGlue(GluePath.parse(GLUE))
                .setNoSummary()
                .setMonochrome(true);
        features.forEach(options::addFeature);
        tags.map(TagExpressionParser::parse).ifPresent(options::addTagFilter);
        return options;
    }

    /** What was named on the command line, with ids of scenarios turned into the places where they stand today. */
    private List<FeatureWithLines> selected() {
        if (selection.features().isEmpty()) {
            return List.of(files.all());
        }
        List<FeatureWithLines> selected = new ArrayList<>();
        selection.features().stream()
                .filter(named -> !FeatureFiles.isId(named))
                .map(files::located)
                .forEach(selected::add);
        List<String> named =
                selection.features().stream().filter(FeatureFiles::isId).toList();
        if (!named.isEmpty()) {
            selected.addAll(places(named));
        }
        return selected;
    }

    /** The same without lines and names, to look for what may have been meant. */
    private Set<FeatureWithLines> whole() {
        return selection.features().isEmpty() ? Set.of(files.all()) : files.whole(selection.features());
    }

    private List<FeatureWithLines> places(List<String> named) {
        List<PlannedScenario> all = planned(files.whole(named), Optional.empty());
        return named.stream()
                .map(id -> all.stream()
                        .filter(scenario -> scenario.id().equals(id))
                        .findFirst()
                        .map(PlannedScenario::place)
                        .map(FeatureWithLines::parse)
                        .orElseThrow(() -> new WrongSelection(id + ": there is no such scenario"
                                + DidYouMean.question(
                                        id,
                                        all.stream().map(PlannedScenario::id).collect(Collectors.toSet())))))
                .toList();
    }
}
