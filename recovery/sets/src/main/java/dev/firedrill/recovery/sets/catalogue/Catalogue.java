package dev.firedrill.recovery.sets.catalogue;

import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.storage.Content;
import dev.firedrill.recovery.sets.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The root hashes of the sets that were taken. It stands apart from the storage of the sets, so that who can change a set
 * cannot change what is known of it. A file a set, written before the set is closed: a closed set is always in it.
 */
public final class Catalogue {
    private final Storage storage;

    /** A catalogue that is kept in {@code storage}. */
    public Catalogue(Storage storage) {
        this.storage = storage;
    }

    /** Writes the entry of a set that is about to be closed. */
    public void add(SetPlace place, CatalogueEntry entry) {
        storage.create(key(place), Content.of(SetJson.write(entry)));
    }

    /** What is known of a set. */
    public Optional<CatalogueEntry> find(SetPlace place) {
        String key = key(place);
        if (!storage.exists(key)) {
            return Optional.empty();
        }
        try (InputStream in = storage.open(key)) {
            return Optional.of(SetJson.read(in.readAllBytes(), CatalogueEntry.class, "the catalogue's " + key));
        } catch (IOException e) {
            throw new StoreUnavailable("reading " + key + " in the catalogue " + describe() + " failed", e);
        }
    }

    /** Forgets a set that is gone. */
    public void remove(SetPlace place) {
        storage.delete(key(place));
    }

    /** Removes what processes that are gone were writing into it. */
    public void sweep() {
        storage.sweep();
    }

    /** Where it is, for messages. */
    public String describe() {
        return storage.describe();
    }

    private static String key(SetPlace place) {
        return place.folder() + ".json";
    }
}
