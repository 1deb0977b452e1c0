package dev.firedrill.environments.role;

import dev.firedrill.model.Product;

/**
 * A running store. Its address stays the same for as long as the role is open, also across loss, restore and restart, so
 * that clients that were configured with it find the store again. Closing ends every process and removes every file of it;
 * closing twice is harmless.
 */
public interface StoreRole extends AutoCloseable {
    /** What runs here. */
    Product product();

    /**
     * Destroys the store with everything in it, recovery points excepted, and starts an empty one under the same address.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when the empty store does not come up
     */
    void lose();

    /**
     * An identity of the data now served, which changes exactly when the store is lost or rewound: the witness that a
     * disaster really happened. Read from the store itself, not from this object's memory.
     */
    String incarnation();

    @Override
    void close();
}
