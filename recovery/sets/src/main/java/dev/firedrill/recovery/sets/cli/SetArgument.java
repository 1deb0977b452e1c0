package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StorageLock;
import dev.firedrill.recovery.sets.verify.SetVerifier;
import dev.firedrill.recovery.sets.verify.VerifiedSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A set that exists, and what is needed to prove it. */
public final class SetArgument {
    @Mixin
    private StorageOptions places = new StorageOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(
            paramLabel = "SET",
            description = "BATCH/ID as 'backup list' prints it, or BATCH for its newest complete set.")
    private String set = "";

    Storage storage() {
        return places.storage();
    }

    Catalogue catalogue() {
        return places.catalogue();
    }

    SetPlace place() {
        return Chosen.set(new SetListing(storage(), catalogue()), set);
    }

    /** The set, every byte of it proven while nobody could remove it. */
    VerifiedSet verified() {
        SetPlace place = place();
        StorageLock readers = storage()
                .tryLock(SetListing.readLockName(place.batch()), true)
                .orElseThrow(() ->
                        new SetRefused("a set of the batch " + place.batch() + " is being removed; try again later"));
        try (readers) {
            return verifier().verify(place);
        }
    }

    SetVerifier verifier() {
        return new SetVerifier(storage(), trust.trust(catalogue()));
    }
}
