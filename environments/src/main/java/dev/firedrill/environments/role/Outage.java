package dev.firedrill.environments.role;

import dev.firedrill.model.Witness;

/** A fault in effect. Closing it heals; closing twice is harmless. */
public interface Outage extends AutoCloseable {
    /** Proof that the fault is in effect, taken now by trying and not by asking the injector. */
    Witness witness();

    @Override
    void close();
}
