package dev.firedrill.recovery.sets.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;

/**
 * Detached signatures in the format of OpenSSH (its {@code PROTOCOL.sshsig}), which {@code ssh-keygen -Y verify} checks. There
 * is one spelling of each signature only: what is not the exact text that {@link #sign} would write is refused, so that not
 * even a line break can change unseen.
 */
public final class SshSignature {
    /** What the signatures are for, so that none that was made for another purpose is taken for one. */
    public static final String NAMESPACE = "firedrill-recovery-set";

    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final String HASH = "sha512";
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = {0, 0, 0, 1};
    private static final int LINE = 68;

    private SshSignature() {}

    /** The signature file of a message. */
    public static byte[] sign(byte[] message, SigningKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.privateKey());
            signature.update(signed(message));
            byte[] value = SshWire.concat(SshWire.string(PublicKeyLine.TYPE), SshWire.string(signature.sign()));
            return armour(SshWire.concat(
                    MAGIC,
                    VERSION,
                    SshWire.string(key.publicKey().blob()),
                    SshWire.string(NAMESPACE),
                    SshWire.string(""),
                    SshWire.string(HASH),
                    SshWire.string(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /**
     * Who signed a message.
     *
     * @throws IllegalArgumentException when the file is not the signature of this message by the key that it names
     */
    public static PublicKeyLine signer(byte[] message, byte[] file) {
        byte[] body = unarmoured(file);
        ByteBuffer buffer = ByteBuffer.wrap(body);
        buffer.position(Math.min(body.length, MAGIC.length + VERSION.length));
        PublicKeyLine key = PublicKeyLine.ofBlob(SshWire.next(buffer));
        String namespace = SshWire.nextText(buffer);
        SshWire.next(buffer);
        SshWire.next(buffer);
        ByteBuffer value = ByteBuffer.wrap(SshWire.next(buffer));
        SshWire.next(value);
        byte[] raw = SshWire.next(value);
        if (!namespace.equals(NAMESPACE)) {
            throw new IllegalArgumentException("it was made for something else");
        }
        byte[] again = armour(SshWire.concat(
                MAGIC,
                VERSION,
                SshWire.string(key.blob()),
                SshWire.string(NAMESPACE),
                SshWire.string(""),
                SshWire.string(HASH),
                SshWire.string(SshWire.concat(SshWire.string(PublicKeyLine.TYPE), SshWire.string(raw)))));
        if (!MessageDigest.isEqual(again, file) || !matches(message, raw, key)) {
            throw new IllegalArgumentException("it does not fit");
        }
        return key;
    }

    private static boolean matches(byte[] message, byte[] raw, PublicKeyLine key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.key());
            signature.update(signed(message));
            return signature.verify(raw);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] signed(byte[] message) throws GeneralSecurityException {
        return SshWire.concat(
                MAGIC,
                SshWire.string(NAMESPACE),
                SshWire.string(""),
                SshWire.string(HASH),
                SshWire.string(MessageDigest.getInstance("SHA-512").digest(message)));
    }

    private static byte[] armour(byte[] body) {
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(body);
        return (BEGIN + "\n" + lines + "\n" + END + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] unarmoured(byte[] file) {
        String text = new String(file, StandardCharsets.US_ASCII).trim();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("it is no signature of OpenSSH");
        }
        return Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
    }
}
