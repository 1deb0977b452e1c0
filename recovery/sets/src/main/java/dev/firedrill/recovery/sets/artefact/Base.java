package dev.firedrill.recovery.sets.artefact;

import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A member of an earlier set, whose files a new set refers to where nothing has changed. A file is hashed before it is referred to:
 * what has rotted meanwhile is written anew, and so the new set is whole.
 */
public final class Base {
    private final Storage storage;
    private final SetPlace place;
    private final MemberMetadata metadata;

    /** For a member whose metadata was proven. */
    public Base(Storage storage, SetPlace place, MemberMetadata metadata) {
        this.storage = storage;
        this.place = place;
        this.metadata = metadata;
    }

    /** What the member said of itself. */
    public MemberMetadata metadata() {
        return metadata;
    }

    /** The artefact at {@code path} as a new set refers to it; empty when there is none, or it is not what it was. */
    Optional<ArtefactEntry> carried(String path) {
        return metadata.artefact(path)
                .filter(this::isWhole)
                .map(entry -> entry.carriedFrom(place.root().text()));
    }

    private boolean isWhole(ArtefactEntry entry) {
        MessageDigest digest = Hashes.sha256();
        String key = place.key(entry);
        try (InputStream in = new DigestInputStream(storage.open(key), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (VerificationFailed e) {
            return false;
        } catch (IOException e) {
            throw new StoreUnavailable("reading " + key + " in " + storage.describe() + " failed", e);
        }
        return Hashes.text(digest).equals(entry.sha256());
    }
}
