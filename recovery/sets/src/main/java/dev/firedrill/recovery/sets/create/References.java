package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which sets of a batch refer to files of which others: those others have to stay. */
public final class References {
    private final Storage storage;
    private final SetListing listing;

    /** Of sets in {@code storage}. */
    public References(Storage storage, SetListing listing) {
        this.storage = storage;
        this.listing = listing;
    }

    /** The closed sets that refer to files of {@code place}. */
    public Set<SetPlace> to(SetPlace place) {
        return listing.places(place.batch()).stream()
                .filter(other -> !other.equals(place))
                .filter(other -> storage.exists(other.key(SetPlace.MANIFEST)))
                .filter(other -> from(other).contains(place.root().text()))
                .collect(Collectors.toSet());
    }

    /** The ids of the sets whose files {@code place} refers to. */
    public Set<String> from(SetPlace place) {
        Set<String> holders = new TreeSet<>();
        for (StoredFile file : storage.list(place.folder())) {
            if (file.key().endsWith("/" + SetPlace.METADATA)) {
                read(file.key()).artefacts().stream()
                        .map(ArtefactEntry::set)
                        .filter(java.util.Objects::nonNull)
                        .forEach(holders::add);
            }
        }
        return holders;
    }

    private MemberMetadata read(String key) {
        try (InputStream in = storage.open(key)) {
            return SetJson.read(in.readAllBytes(), MemberMetadata.class, key);
        } catch (IOException e) {
            throw new StoreUnavailable("reading " + key + " in " + storage.describe() + " failed", e);
        }
    }
}
