package dev.firedrill.recovery.sets.artefact;

import dev.firedrill.recovery.sets.codec.Codec;
import dev.firedrill.recovery.sets.codec.Encoded;
import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.storage.Content;
import dev.firedrill.recovery.sets.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Writes the artefacts of one member and keeps what its metadata says of them. */
public final class ArtefactWriter {
    private final Storage storage;
    private final SetPlace place;
    private final String alias;
    private final Recipients recipients;
    private final List<ArtefactEntry> entries = new ArrayList<>();

    /** For the member {@code alias} of the set at {@code place}. */
    public ArtefactWriter(Storage storage, SetPlace place, String alias, Recipients recipients) {
        this.storage = storage;
        this.place = place;
        this.alias = alias;
        this.recipients = recipients;
    }

    /** Whether what is written is encrypted. */
    public boolean encrypts() {
        return recipients.encrypts();
    }

    /**
     * Writes one artefact. It is streamed: memory does not grow with it.
     *
     * @param name its name without the suffix that compression and encryption add
     */
    public ArtefactEntry write(String name, Compression compression, Content content) {
        String path = alias + "/" + name + Codec.suffix(compression, recipients.encrypts());
        AtomicReference<Encoded> seen = new AtomicReference<>();
        storage.create(place.key(path), out -> seen.set(Codec.encode(content, compression, recipients, out)));
        Encoded encoded = seen.get();
        ArtefactEntry entry = new ArtefactEntry(
                path,
                encoded.size(),
                encoded.sha256(),
                encoded.plainSize(),
                encoded.plainSha256(),
                compression,
                recipients.encrypts());
        entries.add(entry);
        return entry;
    }

    /** What was written. */
    public List<ArtefactEntry> entries() {
        return List.copyOf(entries);
    }
}
