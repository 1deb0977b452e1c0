package dev.firedrill.recovery.sets.verify;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.catalogue.CatalogueEntry;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.signature.PublicKeyLine;
import java.util.Optional;
import java.util.Set;

/**
 * What tells a true manifest from another one. At least one of the three has to speak for a set, and none that is there may
 * speak against it.
 *
 * @param rootHash the hash that was printed at the backup, as the user gives it
 * @param catalogue where hashes are kept
 * @param signers whose signatures count
 */
public record Trust(Optional<String> rootHash, Catalogue catalogue, Set<PublicKeyLine> signers) {
    Optional<String> known(SetPlace place) {
        return catalogue.find(place).map(CatalogueEntry::rootHash);
    }
}
