package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.artefact.Base;
import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.format.KeyReference;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetState;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.verify.SetVerifier;
import dev.firedrill.recovery.sets.verify.Trust;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The set that an incremental one builds on.
 *
 * @param storage where it is
 * @param place its place
 * @param members what its members say, proven
 */
record BaseSet(Storage storage, SetPlace place, List<MemberMetadata> members) {
    /** The newest complete set of a batch that the catalogue knows and that is encrypted for the same keys. */
    static Optional<BaseSet> newest(Storage storage, Catalogue catalogue, String batch, List<KeyReference> keys) {
        SetListing listing = new SetListing(storage, catalogue);
        SetVerifier verifier = new SetVerifier(storage, new Trust(Optional.empty(), catalogue, Set.of()));
        List<SetPlace> places = listing.places(batch);
        for (int i = places.size() - 1; i >= 0; i--) {
            SetPlace place = places.get(i);
            if (listing.summary(place).state() == SetState.COMPLETED && isUsable(verifier, place, keys)) {
                return Optional.of(new BaseSet(storage, place, verifier.metadata(place)));
            }
        }
        return Optional.empty();
    }

    /** A set that is not what was written is nothing to build on, and no reason not to take a new one. */
    private static boolean isUsable(SetVerifier verifier, SetPlace place, List<KeyReference> keys) {
        try {
            return verifier.manifest(place).encryptedFor().equals(keys)
                    && !verifier.metadata(place).isEmpty();
        } catch (VerificationFailed e) {
            return false;
        }
    }

    Optional<Base> member(String alias, MemberKind kind) {
        return members.stream()
                .filter(member -> member.alias().equals(alias) && member.kind() == kind)
                .findFirst()
                .map(member -> new Base(storage, place, member));
    }
}
