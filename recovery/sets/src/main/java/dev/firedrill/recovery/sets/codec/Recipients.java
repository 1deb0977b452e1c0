package dev.firedrill.recovery.sets.codec;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.KeyReference;
import dev.firedrill.recovery.sets.problem.SetRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Whom a set is encrypted for: public keys of the age format, {@code age1…}. Without any, nothing is encrypted. */
public final class Recipients {
    private static final int KEY_ID_LENGTH = 16;

    private final List<String> keys;

    /**
     * The public keys.
     *
     * @throws SetRefused when one of them is none
     */
    public Recipients(List<String> keys) {
        this.keys = List.copyOf(keys);
        stanzas();
    }

    /** Nobody: artefacts are stored in the clear. */
    public static Recipients none() {
        return new Recipients(List.of());
    }

    /** Whether artefacts are encrypted. */
    public boolean encrypts() {
        return !keys.isEmpty();
    }

    /** The keys, with an id that tells them apart: the format itself names no recipient. */
    public List<KeyReference> references() {
        return keys.stream().map(key -> new KeyReference(keyId(key), key)).toList();
    }

    /** A short name of a public key. */
    static String keyId(String key) {
        return Hashes.of(key.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_ID_LENGTH);
    }

    /** A stream whose bytes are encrypted into {@code out}; closing it closes {@code out}. */
    OutputStream encrypting(OutputStream out) throws IOException {
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), stanzas()));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt in the age format", e);
        }
    }

    private List<RecipientStanzaWriter> stanzas() {
        List<RecipientStanzaWriter> stanzas = new ArrayList<>();
        for (String key : keys) {
            try {
                stanzas.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(key));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new SetRefused(
                        "'" + key + "' is not a public key of age; it begins with age1 and 'age-keygen -y' prints it");
            }
        }
        return stanzas;
    }
}
