package dev.firedrill.recovery.sets.signature;

import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.KeyReference;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 public key in the form of OpenSSH.
 *
 * @param text {@code ssh-ed25519 AAAA…}, without comment
 */
public record PublicKeyLine(String text) {
    static final String TYPE = "ssh-ed25519";
    private static final int KEY_BYTES = 32;
    private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * The key in a line, whose comment is dropped.
     *
     * @throws IllegalArgumentException when it is no Ed25519 key
     */
    public static PublicKeyLine parse(String line) {
        String[] words = line.trim().split("\\s+");
        if (words.length < 2 || !words[0].equals(TYPE)) {
            throw new IllegalArgumentException("it is no line that begins with " + TYPE);
        }
        return ofBlob(Base64.getDecoder().decode(words[1]));
    }

    static PublicKeyLine ofBlob(byte[] blob) {
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        boolean right = SshWire.nextText(buffer).equals(TYPE)
                && SshWire.next(buffer).length == KEY_BYTES
                && !buffer.hasRemaining();
        if (!right) {
            throw new IllegalArgumentException("it is no Ed25519 key");
        }
        return new PublicKeyLine(TYPE + " " + Base64.getEncoder().encodeToString(blob));
    }

    static PublicKeyLine ofRaw(byte[] raw) {
        return ofBlob(SshWire.concat(SshWire.string(TYPE), SshWire.string(raw)));
    }

    byte[] blob() {
        return Base64.getDecoder().decode(text.substring(TYPE.length() + 1));
    }

    PublicKey key() throws GeneralSecurityException {
        byte[] blob = blob();
        byte[] raw = Arrays.copyOfRange(blob, blob.length - KEY_BYTES, blob.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(SshWire.concat(SPKI_HEAD, raw)));
    }

    /** As the manifest names it; the id is the fingerprint that {@code ssh-keygen -l} prints. */
    public KeyReference reference() {
        String fingerprint = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(Hashes.sha256().digest(blob()));
        return new KeyReference("SHA256:" + fingerprint, text);
    }
}
