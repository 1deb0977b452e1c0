package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.verify.SetVerifier;
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

    SetVerifier verifier() {
        return new SetVerifier(storage(), trust.trust(catalogue()));
    }
}
