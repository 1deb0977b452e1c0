package dev.firedrill.environments.kubernetes.inprocess.store;

/** Is told of every change, in order and while the store is locked: it takes note and leaves the work for later. */
public interface StoreListener {
    /** Something in the followed scope has changed. */
    void changed(ObjectChange change);

    /** The store was lost or put back: nothing that was told holds any longer, and nothing more will be told. */
    void cutOff();
}
