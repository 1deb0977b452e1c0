package dev.firedrill.conformance;

import dev.firedrill.model.EnvironmentFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A form that can run here, as a suite gets it. */
public final class FormUnderTest<R extends AutoCloseable> implements AutoCloseable {
    private final Form<R> form;
    private final Map<Class<?>, AutoCloseable> shared = new LinkedHashMap<>();

    FormUnderTest(Form<R> form) {
        this.form = form;
    }

    /** A new one that holds nothing; the caller closes it. */
    public R open() {
        return form.opening().get();
    }

    /**
     * One that serves all suites of a run, for roles that take long to start, as a view of it that is closed after the last
     * suite and then closes it.
     *
     * @param view makes the view from the running form, on first use
     */
    public synchronized <V extends AutoCloseable> V shared(Class<V> type, Function<R, V> view) {
        AutoCloseable there = shared.get(type);
        if (there == null) {
            there = view.apply(open());
            shared.put(type, there);
        }
        return type.cast(there);
    }

    /** Whether a running one differs from the suite in this way. */
    public boolean deviates(R running, Deviation how) {
        return form.deviations().apply(running).contains(how);
    }

    /** Ends what suites shared. */
    @Override
    public synchronized void close() {
        try {
            for (AutoCloseable one : shared.values()) {
                one.close();
            }
        } catch (Exception refused) {
            throw new EnvironmentFailure("The form " + form.name() + " could not be closed", refused);
        }
    }

    @Override
    public String toString() {
        return form.name();
    }
}
