package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetStatus.MemberStatus;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StorageLock;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes sets. One backup of a batch runs at a time; what a killed one left is removed before the next begins. */
public final class Backup {
    private final Storage storage;
    private final Catalogue catalogue;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Into {@code storage}; the hashes go into {@code catalogue}. */
    public Backup(Storage storage, Catalogue catalogue, Clock clock) {
        this.storage = storage;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Takes one set.
     *
     * @param told gets what is new of a member
     * @throws SetRefused when another backup of the batch runs
     * @throws dev.firedrill.recovery.sets.problem.StoreUnavailable when no member could be taken, or the storage is full
     */
    public BackupResult create(BackupRequest request, Consumer<MemberStatus> told) {
        StorageLock batch = storage.tryLock(request.batch(), false)
                .orElseThrow(() -> new SetRefused("another backup of the batch " + request.batch() + " is running in "
                        + storage.describe() + "; wait for it, see 'backup list'"));
        try (batch) {
            storage.sweep();
            catalogue.sweep();
            List<SetPlace> cleaned = new SetRemoval(storage, catalogue).clean(request.batch());
            SetPlace place = newPlace(request.batch());
            StorageLock set = storage.tryLock(SetListing.lockName(place), false)
                    .orElseThrow(() -> new SetRefused("the new set " + place + " is held by somebody already"));
            try (set) {
                Optional<BaseSet> base = request.incremental()
                        ? BaseSet.newest(
                                storage,
                                catalogue,
                                request.batch(),
                                request.recipients().references())
                        : Optional.empty();
                return new SetBuilder(storage, catalogue, clock, place, request, base, told).build(cleaned);
            }
        }
    }

    private SetPlace newPlace(String batch) {
        List<SetPlace> places = new SetListing(storage, catalogue).places(batch);
        Optional<RootId> newest = places.isEmpty()
                ? Optional.empty()
                : Optional.of(places.get(places.size() - 1).root());
        return new SetPlace(batch, RootId.begunAt(clock.instant(), newest, random));
    }
}
