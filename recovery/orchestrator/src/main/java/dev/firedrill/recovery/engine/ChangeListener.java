package dev.firedrill.recovery.engine;

/** Whom the engine tells what it did, so that the controllers look again. */
public interface ChangeListener {
    /** Rows were written, and git with them where that was due. */
    void rowsChanged();

    /** A write got stuck between the stores; only a reconcile pass can tell how far it came. */
    void storesMayDisagree();
}
