package dev.firedrill.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The forms of all providers that were selected; JUnit closes them after the last suite. */
final class DeclaredForms implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeclaredForms.class.getName());

    private final List<FormProvider> providers;
    private final List<Form<?>> selected;
    /** Whether a form can run is found out once, when a suite first asks: it can mean to look for an engine. */
    private final Map<Form<?>, Optional<FormUnderTest<?>>> asked = new LinkedHashMap<>();

    private DeclaredForms(List<FormProvider> providers, List<Form<?>> selected) {
        this.providers = providers;
        this.selected = selected;
    }

    /** @param only the families to try, separated by commas; empty for all that need not be asked for */
    static DeclaredForms load(String only) {
        List<FormProvider> providers = ServiceLoader.load(FormProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return of(providers, only);
    }

    static DeclaredForms of(List<FormProvider> providers, String only) {
        List<String> families =
                only.isBlank() ? List.of() : List.of(only.strip().split("\\s*,\\s*"));
        return new DeclaredForms(
                providers,
                providers.stream()
                        .flatMap(provider -> selected(provider, families))
                        .toList());
    }

    private static Stream<Form<?>> selected(FormProvider provider, List<String> families) {
        return provider.forms().stream()
                .filter(form -> families.isEmpty()
                        ? !provider.onRequest().contains(form.family())
                        : families.contains(form.family()));
    }

    /**
     * Those that have all of these roles and abilities and can run here.
     *
     * @throws IllegalStateException when none was declared: nothing would be proved, and nobody would see it
     * @throws TestAbortedException when none of those can run here
     */
    List<FormUnderTest<?>> thatAre(Class<?>... rolesAndAbilities) {
        List<Form<?>> wanted =
                selected.stream().filter(form -> form.isA(rolesAndAbilities)).toList();
        if (wanted.isEmpty()) {
            throw new IllegalStateException("No form of " + Arrays.toString(rolesAndAbilities)
                    + " is declared; name its provider in META-INF/services/" + FormProvider.class.getName());
        }
        List<FormUnderTest<?>> running = new ArrayList<>();
        wanted.forEach(
                form -> asked.computeIfAbsent(form, DeclaredForms::examined).ifPresent(running::add));
        if (running.isEmpty()) {
            throw new TestAbortedException("none of the forms can run here: "
                    + String.join(", ", wanted.stream().map(Form::name).toList()));
        }
        return running;
    }

    private static Optional<FormUnderTest<?>> examined(Form<?> form) {
        Optional<String> missing = form.missing().get();
        LOG.warning(() -> "conformance of " + form.type().getSimpleName() + " (" + form.name() + "): "
                + missing.map("NOT tried, "::concat).orElse("tried"));
        return missing.isPresent() ? Optional.empty() : Optional.of(new FormUnderTest<>(form));
    }

    @Override
    public void close() {
        asked.values().forEach(form -> form.ifPresent(FormUnderTest::close));
        providers.forEach(FormProvider::close);
    }
}
