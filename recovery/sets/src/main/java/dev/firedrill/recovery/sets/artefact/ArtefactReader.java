package dev.firedrill.recovery.sets.artefact;

import dev.firedrill.recovery.sets.codec.Codec;
import dev.firedrill.recovery.sets.codec.Identities;
import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.storage.Storage;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the artefacts of one member. What is read is compared with the recorded hash once more, because a file can change
 * between its verification and its use: the stream fails at its end when it did.
 */
public final class ArtefactReader {
    private final Storage storage;
    private final SetPlace place;
    private final MemberMetadata metadata;
    private final Identities identities;

    /** For a member of a verified set. */
    public ArtefactReader(Storage storage, SetPlace place, MemberMetadata metadata, Identities identities) {
        this.storage = storage;
        this.place = place;
        this.metadata = metadata;
        this.identities = identities;
    }

    /** What the member says of itself. */
    public MemberMetadata metadata() {
        return metadata;
    }

    /**
     * The recorded artefact at {@code path}.
     *
     * @throws VerificationFailed when the member's details name one that its metadata does not list
     */
    public ArtefactEntry entry(String path) {
        return metadata.artefact(path)
                .orElseThrow(() -> new VerificationFailed(
                        place.key(path) + " is named by the member " + metadata.alias() + " but not listed by it"));
    }

    /**
     * The plain bytes of an artefact.
     *
     * @throws VerificationFailed when it cannot be opened; reading throws {@link IOException} when it turns out to be another
     */
    public InputStream open(String path) {
        ArtefactEntry entry = entry(path);
        InputStream stored = storage.open(place.key(entry));
        try {
            InputStream plain = Codec.decode(stored, entry.compression(), entry.encrypted(), identities);
            return new CheckedInput(plain, entry.plainSize(), entry.plainSha256(), place.key(entry));
        } catch (IOException e) {
            close(stored);
            throw new VerificationFailed(unopened(entry), e);
        }
    }

    /** All plain bytes of a small artefact. */
    public byte[] bytes(String path) {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new VerificationFailed(unopened(entry(path)), e);
        }
    }

    private String unopened(ArtefactEntry entry) {
        return place.key(entry)
                + (entry.encrypted()
                        ? " cannot be opened: no key that was given fits it; give the right file by --identity"
                        : " cannot be read as it was written: it is damaged");
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // The failure that led here is told.
        }
    }
}
