package dev.firedrill.recovery.sets.verify;

import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.Manifest;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.signature.PublicKeyLine;
import dev.firedrill.recovery.sets.signature.SshSignature;
import dev.firedrill.recovery.sets.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the manifest of a set and proves that it is the one that was written. */
final class ManifestReader {
    /** A manifest of a million members would be smaller; what is larger is not read into memory. */
    private static final int MOST_BYTES = 64 << 20;

    private final Storage storage;

    ManifestReader(Storage storage) {
        this.storage = storage;
    }

    /** The bytes of a small file of the set. */
    byte[] bytes(SetPlace place, String path) {
        String key = place.key(path);
        try (InputStream in = storage.open(key)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new VerificationFailed(key + " is larger than any such file is");
            }
            return bytes;
        } catch (IOException e) {
            throw new StoreUnavailable("reading " + key + " in " + storage.describe() + " failed", e);
        }
    }

    Manifest read(SetPlace place, Trust trust) {
        if (!storage.exists(place.key(SetPlace.MANIFEST))) {
            throw new VerificationFailed(place.key(SetPlace.MANIFEST) + " is missing in " + storage.describe()
                    + ": there is no such set, or it was never finished; see 'backup list'");
        }
        byte[] bytes = bytes(place, SetPlace.MANIFEST);
        checkHash(place, Hashes.of(bytes), trust);
        Manifest manifest = SetJson.read(bytes, Manifest.class, place.key(SetPlace.MANIFEST));
        if (!manifest.batch().equals(place.batch())
                || !manifest.rootId().equals(place.root().text())) {
            throw new VerificationFailed(place.key(SetPlace.MANIFEST) + " is that of another set, " + manifest.batch()
                    + "/" + manifest.rootId() + ": the files were swapped");
        }
        Optional<PublicKeyLine> signer = signer(place, bytes, manifest);
        boolean known = trust.rootHash().isPresent() || trust.known(place).isPresent();
        if (!trust.signers().isEmpty()) {
            checkSigner(place, signer, trust);
        } else if (!known) {
            throw new VerificationFailed("nothing says that " + place.key(SetPlace.MANIFEST)
                    + " is the one that was written: the catalogue "
                    + trust.catalogue().describe()
                    + " does not know the set. Give --root-hash, as the backup printed it, or --trusted-key");
        }
        return manifest;
    }

    private void checkHash(SetPlace place, String seen, Trust trust) {
        trust.rootHash().ifPresent(hash -> {
            if (!Hashes.isHash(hash)) {
                throw new SetRefused("'" + hash + "' is not a root hash: it has 64 digits, 0 to 9 and a to f");
            }
            require(place, seen, hash, "--root-hash");
        });
        trust.known(place)
                .ifPresent(hash -> require(
                        place, seen, hash, "the catalogue " + trust.catalogue().describe()));
    }

    private static void require(SetPlace place, String seen, String expected, String who) {
        if (!seen.equals(expected)) {
            throw new VerificationFailed(place.key(SetPlace.MANIFEST) + " is not the one that was written: its hash is "
                    + seen + ", and " + who + " says " + expected);
        }
    }

    /** The signature is checked whether or not anybody asks for it, or its bytes could change unseen. */
    private Optional<PublicKeyLine> signer(SetPlace place, byte[] manifestBytes, Manifest manifest) {
        if (manifest.signer() == null) {
            return Optional.empty();
        }
        String key = place.key(SetPlace.SIGNATURE);
        PublicKeyLine signer;
        try {
            signer = SshSignature.signer(manifestBytes, bytes(place, SetPlace.SIGNATURE));
        } catch (IllegalArgumentException e) {
            throw new VerificationFailed(key + " is not the signature of the manifest: " + e.getMessage(), e);
        }
        if (!signer.reference().equals(manifest.signer())) {
            throw new VerificationFailed(
                    key + " was made by " + signer.reference().keyId() + ", and the manifest names "
                            + manifest.signer().keyId());
        }
        return Optional.of(signer);
    }

    private static void checkSigner(SetPlace place, Optional<PublicKeyLine> signer, Trust trust) {
        String key = place.key(SetPlace.SIGNATURE);
        if (signer.isEmpty()) {
            throw new VerificationFailed(key + " is missing: the set is not signed, and --trusted-key asks for it");
        }
        if (!trust.signers().contains(signer.get())) {
            throw new VerificationFailed(
                    key + " was made by " + signer.get().reference().keyId() + ", which --trusted-key does not name");
        }
    }
}
