package dev.firedrill.conformance;

import java.util.List;

/**
 * Declares forms to the conformance suites; found by {@link java.util.ServiceLoader}. One is made for a run of suites and
 * closed after the last of them.
 */
public interface FormProvider extends AutoCloseable {
    /** The families that run only where {@value FormArguments#ONLY} names them, because they need what few machines have. */
    default List<String> onRequest() {
        return List.of();
    }

    /** All forms, those included that cannot run here. */
    List<Form<?>> forms();

    /** Ends what the forms share, such as a server that all of them use. */
    @Override
    default void close() {}
}
