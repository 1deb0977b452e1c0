package dev.firedrill.recovery.sets.signature;

import dev.firedrill.recovery.sets.problem.SetRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An Ed25519 key of OpenSSH without a passphrase, as {@code ssh-keygen -t ed25519 -N ''} writes it. */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final String MAGIC = "openssh-key-v1\0";
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SEED_BYTES = 32;

    private final PublicKeyLine publicKey;
    private final PrivateKey privateKey;

    private SigningKey(PublicKeyLine publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /**
     * The key in a file.
     *
     * @throws SetRefused when it is not such a key, or has a passphrase
     */
    public static SigningKey read(Path file) {
        try {
            String text = Files.readString(file).trim();
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                throw new IllegalArgumentException("it is no private key of OpenSSH");
            }
            String body = text.substring(BEGIN.length(), text.length() - END.length());
            return parse(ByteBuffer.wrap(Base64.getMimeDecoder().decode(body)));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            // The cause may show the key.
            String why = e instanceof IllegalArgumentException ? e.getMessage() : "it cannot be read";
            throw new SetRefused("the signing key " + file + " cannot be used: " + why
                    + "; make one by: ssh-keygen -t ed25519 -N '' -f FILE");
        }
    }

    private static SigningKey parse(ByteBuffer buffer) throws GeneralSecurityException {
        byte[] magic = new byte[MAGIC.length()];
        if (buffer.remaining() < magic.length) {
            throw new IllegalArgumentException("it ends too early");
        }
        buffer.get(magic);
        String cipher = SshWire.nextText(buffer);
        if (!cipher.equals("none")) {
            throw new IllegalArgumentException("it has a passphrase");
        }
        SshWire.next(buffer);
        SshWire.next(buffer);
        buffer.getInt();
        PublicKeyLine publicKey = PublicKeyLine.ofBlob(SshWire.next(buffer));
        ByteBuffer secret = ByteBuffer.wrap(SshWire.next(buffer));
        secret.getLong();
        SshWire.next(secret);
        SshWire.next(secret);
        byte[] seed = Arrays.copyOf(SshWire.next(secret), SEED_BYTES);
        PrivateKey privateKey = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(SshWire.concat(PKCS8_HEAD, seed)));
        return new SigningKey(publicKey, privateKey);
    }

    /** The half that everybody may have. */
    public PublicKeyLine publicKey() {
        return publicKey;
    }

    PrivateKey privateKey() {
        return privateKey;
    }
}
