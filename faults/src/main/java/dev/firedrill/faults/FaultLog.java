package dev.firedrill.faults;

import dev.firedrill.model.Store;
import dev.firedrill.model.Witness;

/** Hears of faults as they happen. */
public interface FaultLog {
    /**
     * These fates are about to befall the stores.
     *
     * @param controlPlane the fate of the control plane in words, such as {@code restored to P1}
     * @param git the fate of git, single repositories included
     * @param database the fate of the package cache
     */
    void planned(String controlPlane, String git, String database);

    /** A store has met the fate that was planned for it. */
    void befell(Store store);

    /** What somebody who did not inject the fault saw of it; a witness that saw nothing proves nothing. */
    void witness(Witness witness);
}
