package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetState;
import dev.firedrill.recovery.sets.storage.Content;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StorageLock;
import dev.firedrill.recovery.sets.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes sets so that a kill at any moment leaves one that is visibly no set any more, which the next removal ends. */
public final class SetRemoval {
    private final Storage storage;
    private final Catalogue catalogue;

    /** For sets in {@code storage}. */
    public SetRemoval(Storage storage, Catalogue catalogue) {
        this.storage = storage;
        this.catalogue = catalogue;
    }

    /**
     * Removes a set.
     *
     * @throws SetRefused when another set refers to its files, or somebody takes, verifies or restores one of the batch
     */
    public void remove(SetPlace place) {
        StorageLock batch = alone(place.batch(), place);
        try (batch) {
            StorageLock readers = alone(SetListing.readLockName(place.batch()), place);
            try (readers) {
                removeAlone(place);
            }
        }
    }

    private void removeAlone(SetPlace place) {
        Set<SetPlace> dependents = new References(storage, new SetListing(storage, catalogue)).to(place);
        if (!dependents.isEmpty()) {
            throw new SetRefused(
                    "the set " + place + " has files that " + dependents + " refer to; remove those first");
        }
        if (!removeUnlessBusy(place)) {
            throw inUse(place);
        }
    }

    private StorageLock alone(String name, SetPlace place) {
        return storage.tryLock(name, false).orElseThrow(() -> inUse(place));
    }

    private static SetRefused inUse(SetPlace place) {
        return new SetRefused("the set " + place
                + " may be in use: one of its batch is being taken, verified or restored;" + " try again later");
    }

    /** Removes the sets of a batch that were never finished, or whose removal was not. */
    public List<SetPlace> clean(String batch) {
        SetListing listing = new SetListing(storage, catalogue);
        List<SetPlace> cleaned = new ArrayList<>();
        for (SetPlace place : listing.places(batch)) {
            boolean dead = storage.exists(place.key(SetPlace.DELETING))
                    || !storage.exists(place.key(SetPlace.MANIFEST))
                            && listing.summary(place).state() == SetState.FAILED;
            if (dead && removeUnlessBusy(place)) {
                cleaned.add(place);
            }
        }
        removeLonelyStatus(batch);
        return cleaned;
    }

    /** A backup that died before its first file has left its status and nothing else. */
    private void removeLonelyStatus(String batch) {
        for (StoredFile file : storage.list(batch + "/status")) {
            String name = file.key().substring(file.key().lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
            RootId.parse(name)
                    .map(root -> new SetPlace(batch, root))
                    .filter(place -> storage.list(place.folder()).isEmpty())
                    .ifPresent(place -> storage.delete(place.statusKey()));
        }
    }

    private boolean removeUnlessBusy(SetPlace place) {
        Optional<StorageLock> lock = storage.tryLock(SetListing.lockName(place), false);
        if (lock.isEmpty()) {
            return false;
        }
        StorageLock held = lock.get();
        try (held) {
            if (!storage.exists(place.key(SetPlace.DELETING))) {
                storage.create(place.key(SetPlace.DELETING), Content.of(new byte[0]));
            }
            // The manifest goes first: without it nobody takes the rest for a set.
            storage.delete(place.key(SetPlace.MANIFEST));
            for (StoredFile file : storage.list(place.folder())) {
                if (!file.key().equals(place.key(SetPlace.DELETING))) {
                    storage.delete(file.key());
                }
            }
            catalogue.remove(place);
            storage.delete(place.statusKey());
            storage.delete(place.key(SetPlace.DELETING));
        }
        return true;
    }
}
