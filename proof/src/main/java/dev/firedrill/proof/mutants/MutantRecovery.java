package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.reconcile.RecoveryComponents;
import dev.firedrill.recovery.reconcile.RecoveryFactory;
import dev.firedrill.recovery.reconcile.Settings;
import dev.firedrill.recovery.reconcile.ShippedRecovery;

/** The shipped recovery with the components that one mutant has instead. */
final class MutantRecovery implements RecoveryFactory {
    private final RecoveryFactory shipped = new ShippedRecovery();
    private final Mutant mutant;

    MutantRecovery(Mutant mutant) {
        this.mutant = mutant;
    }

    @Override
    public RecoveryComponents connect(Settings settings) {
        return mutant.breaking(shipped.connect(settings));
    }

    @Override
    public RecoveryComponents connectToRead(Settings settings) {
        return mutant.breaking(shipped.connectToRead(settings));
    }
}
