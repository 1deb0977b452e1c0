package dev.firedrill.recovery.reconcile;

/**
 * Makes the components of a recovery. Commands get one of these instead of making components themselves, so that a recovery
 * with another component runs through the same commands.
 */
public interface RecoveryFactory {
    /** Components that speak to the stores in {@code settings}. Closing them ends their connections. */
    RecoveryComponents connect(Settings settings);

    /** The same components, but git is only read: nothing that a plan finds out changes a store. */
    RecoveryComponents connectToRead(Settings settings);
}
