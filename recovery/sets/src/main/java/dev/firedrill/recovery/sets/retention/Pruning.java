package dev.firedrill.recovery.sets.retention;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.create.References;
import dev.firedrill.recovery.sets.create.SetRemoval;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetState;
import dev.firedrill.recovery.sets.storage.Storage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes the closed sets of a batch that a policy does not keep, the newest first, so that no set is removed before those that refer
 * to it. Sets that kept ones refer to stay as well. Partial sets go when a complete one is newer. A set that is not finished, or
 * cannot be read, is left to others.
 */
public final class Pruning {
    private final Storage storage;
    private final Catalogue catalogue;
    private final Clock clock;

    /** Of sets in {@code storage}. */
    public Pruning(Storage storage, Catalogue catalogue, Clock clock) {
        this.storage = storage;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What a policy says of each closed set of a batch. */
    public Verdict decide(String batch, RetentionPolicy policy) {
        SetListing listing = new SetListing(storage, catalogue);
        List<RootId> complete = new ArrayList<>();
        List<RootId> partial = new ArrayList<>();
        for (SetPlace place : listing.places(batch)) {
            SetState state = listing.summary(place).state();
            if (state == SetState.COMPLETED) {
                complete.add(place.root());
            } else if (state == SetState.PARTIAL) {
                partial.add(place.root());
            }
        }
        Map<RootId, String> kept = new LinkedHashMap<>(new Retention(policy).kept(complete, clock.instant()));
        partial.stream()
                .filter(root -> complete.stream().noneMatch(other -> other.compareTo(root) > 0))
                .forEach(root -> kept.put(root, "partial, and no complete set is newer"));
        References references = new References(storage, listing);
        for (RootId root : List.copyOf(kept.keySet())) {
            references
                    .from(new SetPlace(batch, root))
                    .forEach(holder ->
                            RootId.parse(holder).ifPresent(id -> kept.putIfAbsent(id, root + " refers to it")));
        }
        List<RootId> closed = new ArrayList<>(complete);
        closed.addAll(partial);
        List<SetPlace> removed = closed.stream()
                .filter(root -> !kept.containsKey(root))
                .sorted(Comparator.reverseOrder())
                .map(root -> new SetPlace(batch, root))
                .toList();
        return new Verdict(kept, removed);
    }

    /** Does what was decided. */
    public void remove(Verdict verdict) {
        SetRemoval removal = new SetRemoval(storage, catalogue);
        verdict.removed().forEach(removal::remove);
    }

    /**
     * What stays and what goes.
     *
     * @param kept the reason by set
     * @param removed in the order of their removal
     */
    public record Verdict(Map<RootId, String> kept, List<SetPlace> removed) {}
}
