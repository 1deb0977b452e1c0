package dev.firedrill.scenarios.sweep;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many histories a drill may still play only to tell a failure in fewer steps. All scenarios share it: when
 * everything is broken, one short story is worth more than fifty.
 */
public final class ShrinkBudget {
    private static final int HISTORIES = 40;

    private final AtomicInteger left = new AtomicInteger(HISTORIES);

    /** Whether one more may be played; takes it. */
    boolean take() {
        return left.getAndDecrement() > 0;
    }
}
