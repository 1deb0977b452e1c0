package dev.firedrill.recovery.sets.artefact;

import dev.firedrill.recovery.sets.codec.Codec;
import dev.firedrill.recovery.sets.codec.Encoded;
import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.storage.Content;
import dev.firedrill.recovery.sets.storage.Storage;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Writes the artefacts of one member and keeps what its metadata says of them. */
public final class ArtefactWriter {
    private final Storage storage;
    private final SetPlace place;
    private final String alias;
    private final Recipients recipients;
    private final Optional<Base> base;
    private final List<ArtefactEntry> entries = new ArrayList<>();

    /**
     * For the member {@code alias} of the set at {@code place}.
     *
     * @param base the same member of an earlier set; empty for a full backup
     */
    public ArtefactWriter(Storage storage, SetPlace place, String alias, Recipients recipients, Optional<Base> base) {
        this.storage = storage;
        this.place = place;
        this.alias = alias;
        this.recipients = recipients;
        this.base = base;
    }

    /** Whether what is written is encrypted. */
    public boolean encrypts() {
        return recipients.encrypts();
    }

    /** The set that is written. */
    public SetPlace place() {
        return place;
    }

    /** What the member said of itself in the set that this one builds on. */
    public Optional<MemberMetadata> baseMetadata() {
        return base.map(Base::metadata);
    }

    /**
     * Refers to artefacts of the base.
     *
     * @return whether all are there and whole; when they are not, what depends on them has to be written in full
     */
    public boolean carryAll(List<String> paths) {
        List<ArtefactEntry> carried = new ArrayList<>();
        for (String path : paths) {
            base.flatMap(each -> each.carried(path)).ifPresent(carried::add);
        }
        if (carried.size() < paths.size()) {
            return false;
        }
        entries.addAll(carried);
        return true;
    }

    /** The path of an artefact that was written or carried, from the folder of the set that is written. */
    public String relative(String path) {
        return entries.stream()
                .filter(entry -> entry.path().equals(path) && entry.set() != null)
                .map(entry -> "../" + entry.set() + "/" + path)
                .findFirst()
                .orElse(path);
    }

    /**
     * Writes one artefact. It is streamed: memory does not grow with it.
     *
     * @param name its name without the suffix that compression and encryption add
     */
    public ArtefactEntry write(String name, Compression compression, Content content) {
        String path = path(name, compression);
        AtomicReference<Encoded> seen = new AtomicReference<>();
        storage.create(place.key(path), out -> seen.set(Codec.encode(content, compression, recipients, out)));
        Encoded encoded = seen.get();
        ArtefactEntry entry = new ArtefactEntry(
                null,
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

    /**
     * Writes one artefact, or refers to that of the base when it has the same bytes.
     *
     * @param content may be asked for twice, and has to give the same both times
     */
    public ArtefactEntry writeChanged(String name, Compression compression, Content content) {
        String path = path(name, compression);
        Optional<ArtefactEntry> before = base.flatMap(each -> each.metadata().artefact(path));
        if (before.isPresent() && hash(content).equals(before.get().plainSha256()) && carryAll(List.of(path))) {
            return entries.get(entries.size() - 1);
        }
        return write(name, compression, content);
    }

    /** What was written or referred to. */
    public List<ArtefactEntry> entries() {
        return List.copyOf(entries);
    }

    private String path(String name, Compression compression) {
        return alias + "/" + name + Codec.suffix(compression, recipients.encrypts());
    }

    private static String hash(Content content) {
        MessageDigest digest = Hashes.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new StoreUnavailable("reading what is to be backed up failed: " + e.getMessage(), e);
        }
        return Hashes.text(digest);
    }
}
