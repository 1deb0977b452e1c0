package dev.firedrill.recovery.sets.verify;

import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.FileEntry;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.KeyNames;
import dev.firedrill.recovery.sets.format.Manifest;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.MemberState;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.storage.Reasons;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Proves a set from its root hash downwards: manifest, metadata of the members, artefacts, and that there is nothing else. It
 * needs no key, reads every byte once, and throws {@link VerificationFailed} with the first file that is not what it was.
 */
public final class SetVerifier {
    private static final int BUFFER = 1 << 16;

    private final Storage storage;
    private final Trust trust;
    private final ManifestReader manifests;

    /** For sets in {@code storage}. */
    public SetVerifier(Storage storage, Trust trust) {
        this.storage = storage;
        this.trust = trust;
        this.manifests = new ManifestReader(storage);
    }

    /** Verifies the whole of a set. */
    public VerifiedSet verify(SetPlace place) {
        Manifest manifest = manifests.read(place, trust);
        Map<String, Long> stored = stored(place);
        Set<String> accounted = new HashSet<>(List.of(SetPlace.MANIFEST));
        if (manifest.signer() != null) {
            accounted.add(SetPlace.SIGNATURE);
        }
        for (FileEntry file : manifest.files()) {
            account(place, accounted, file.path());
            check(place, stored, file.path(), file.size(), file.sha256());
        }
        List<MemberMetadata> members = members(place, manifest);
        for (MemberMetadata member : members) {
            for (ArtefactEntry entry : member.artefacts()) {
                if (entry.set() == null) {
                    account(place, accounted, entry.path());
                    check(place, stored, entry.path(), entry.size(), entry.sha256());
                } else {
                    checkCarried(place, entry);
                }
            }
        }
        stored.keySet().stream()
                .filter(path -> !accounted.contains(path))
                .findFirst()
                .ifPresent(extra -> {
                    throw new VerificationFailed(place.key(Reasons.printable(extra)) + " in " + storage.describe()
                            + " is no file of the set: nobody knows what it is. Look at it and take it away");
                });
        List<ArtefactEntry> carried = members.stream()
                .flatMap(member -> member.artefacts().stream())
                .filter(entry -> entry.set() != null)
                .toList();
        long bytes = stored.values().stream().mapToLong(Long::longValue).sum()
                + carried.stream().mapToLong(ArtefactEntry::size).sum();
        String rootHash = Hashes.of(manifests.bytes(place, SetPlace.MANIFEST));
        return new VerifiedSet(place, manifest, rootHash, members, stored.size() + carried.size(), bytes);
    }

    /** Manifest and metadata of the members, proven; their artefacts are not looked at. */
    public List<MemberMetadata> metadata(SetPlace place) {
        return members(place, manifests.read(place, trust));
    }

    /** The manifest alone, proven; its members' files are not looked at. */
    public Manifest manifest(SetPlace place) {
        return manifests.read(place, trust);
    }

    private Map<String, Long> stored(SetPlace place) {
        Map<String, Long> stored = new TreeMap<>();
        int prefix = place.folder().length() + 1;
        for (StoredFile file : storage.list(place.folder())) {
            stored.put(file.key().substring(prefix), file.size());
        }
        return stored;
    }

    private void account(SetPlace place, Set<String> accounted, String path) {
        if (!KeyNames.isKey(path) || !accounted.add(path)) {
            throw new VerificationFailed("the set " + place + " lists a file '" + Reasons.printable(path)
                    + "' that has no allowed name, or lists it twice");
        }
    }

    private List<MemberMetadata> members(SetPlace place, Manifest manifest) {
        List<MemberMetadata> members = new ArrayList<>();
        manifest.members().stream()
                .filter(summary -> summary.state() == MemberState.SUCCEEDED)
                .forEach(summary -> {
                    String path = summary.alias() + "/" + SetPlace.METADATA;
                    if (manifest.files().stream().noneMatch(file -> file.path().equals(path))) {
                        throw new VerificationFailed(
                                place.key(path) + " is not in the manifest, which names its member");
                    }
                    MemberMetadata metadata =
                            SetJson.read(manifests.bytes(place, path), MemberMetadata.class, place.key(path));
                    checkMember(place, path, summary.alias(), metadata);
                    members.add(metadata);
                });
        return members;
    }

    private static void checkMember(SetPlace place, String path, String alias, MemberMetadata metadata) {
        boolean inside =
                metadata.artefacts().stream().allMatch(entry -> entry.path().startsWith(alias + "/"));
        if (!metadata.alias().equals(alias) || !inside) {
            throw new VerificationFailed(place.key(path) + " is that of another member, " + metadata.alias());
        }
    }

    private void check(SetPlace place, Map<String, Long> stored, String path, long size, String hash) {
        String key = place.key(path);
        Long seen = stored.get(path);
        if (seen == null) {
            throw new VerificationFailed("the file " + key + " is missing in " + storage.describe());
        }
        if (seen != size) {
            throw new VerificationFailed(key + " has " + seen + " bytes and had " + size + " when it was written");
        }
        if (!hash(key).equals(hash)) {
            throw new VerificationFailed(
                    key + " is not what was written: its SHA-256 differs. Take another set, see 'backup"
                            + " list', or another copy of this one");
        }
    }

    /** A file that an earlier set of the batch has, and this one refers to. */
    private void checkCarried(SetPlace place, ArtefactEntry entry) {
        String holder = String.valueOf(entry.set());
        if (RootId.parse(holder).isEmpty() || holder.equals(place.root().text()) || !KeyNames.isKey(entry.path())) {
            throw new VerificationFailed("the set " + place + " refers to a file '" + Reasons.printable(entry.path())
                    + "' of a set '" + Reasons.printable(holder) + "', which cannot be");
        }
        String key = place.key(entry);
        if (!hash(key).equals(entry.sha256())) {
            throw new VerificationFailed(
                    key + ", which the set " + place + " refers to, is not what was written: its SHA-256"
                            + " differs. Take another set, see 'backup list'");
        }
    }

    private String hash(String key) {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = storage.open(key)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("reading " + key + " in " + storage.describe() + " failed", e);
        }
        return Hashes.text(digest);
    }
}
