package dev.firedrill.environments.role.system;

import java.util.List;

/** How waiting for a system to be ready ended. */
public sealed interface Settlement {
    /** It is ready. */
    record Settled() implements Settlement {}

    /**
     * It has looked at everything often enough to show that it will not be.
     *
     * @param reasons what it says of that, a sentence each; empty when it says nothing
     */
    record NotReady(List<String> reasons) implements Settlement {
        public NotReady {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Nobody knows: time was up before it had shown either.
     *
     * @param seen what was waited for, and what was seen last
     */
    record TimedOut(String seen) implements Settlement {}

    /** Whether it is ready. */
    default boolean ready() {
        return this instanceof Settled;
    }
}
