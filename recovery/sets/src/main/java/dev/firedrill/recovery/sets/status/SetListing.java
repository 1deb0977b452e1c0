package dev.firedrill.recovery.sets.status;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.catalogue.CatalogueEntry;
import dev.firedrill.recovery.sets.format.Manifest;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StorageLock;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The sets of a storage and what each of them is, as far as it can be told without reading its data. */
public final class SetListing {
    private final Storage storage;
    private final Catalogue catalogue;

    /** Of the sets in {@code storage}. */
    public SetListing(Storage storage, Catalogue catalogue) {
        this.storage = storage;
        this.catalogue = catalogue;
    }

    /** The lock of one set: whoever takes or deletes it holds it alone. */
    public static String lockName(SetPlace place) {
        return place.batch() + "." + place.root();
    }

    /** The lock that is shared by whoever reads sets of a batch, and held alone by whoever removes one. */
    public static String readLockName(String batch) {
        return batch + ".read";
    }

    /** The batches. */
    public List<String> batches() {
        return storage.folders("");
    }

    /** The sets of a batch, the oldest first. */
    public List<SetPlace> places(String batch) {
        return storage.folders(batch).stream()
                .map(RootId::parse)
                .flatMap(Optional::stream)
                .sorted()
                .map(root -> new SetPlace(batch, root))
                .toList();
    }

    /** What a set is. */
    public SetSummary summary(SetPlace place) {
        String hash = catalogue.find(place).map(CatalogueEntry::rootHash).orElse(null);
        if (storage.exists(place.key(SetPlace.DELETING))) {
            return new SetSummary(place.batch(), place.root().text(), SetState.DELETING, hash, List.of());
        }
        if (!storage.exists(place.key(SetPlace.MANIFEST))) {
            SetState state = isBusy(place) ? SetState.IN_PROGRESS : SetState.FAILED;
            return new SetSummary(place.batch(), place.root().text(), state, hash, List.of());
        }
        return closed(place, hash);
    }

    private SetSummary closed(SetPlace place, @org.jspecify.annotations.Nullable String hash) {
        String key = place.key(SetPlace.MANIFEST);
        try (InputStream in = storage.open(key)) {
            Manifest manifest = SetJson.read(in.readAllBytes(), Manifest.class, key);
            SetState state = manifest.isComplete() ? SetState.COMPLETED : SetState.PARTIAL;
            return new SetSummary(place.batch(), place.root().text(), state, hash, manifest.members());
        } catch (VerificationFailed e) {
            // One damaged set does not hide the others; 'backup verify' tells what is wrong with it.
            return new SetSummary(place.batch(), place.root().text(), SetState.FAILED, hash, List.of());
        } catch (IOException e) {
            throw new StoreUnavailable("reading " + key + " in " + storage.describe() + " failed", e);
        }
    }

    private boolean isBusy(SetPlace place) {
        Optional<StorageLock> lock = storage.tryLock(lockName(place), true);
        lock.ifPresent(StorageLock::close);
        return lock.isEmpty();
    }
}
