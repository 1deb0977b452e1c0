package dev.firedrill.recovery.sets.support;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;

/** A pair of keys of age, the secret one in a file. */
public record AgeKey(String recipient, Path identity) {
    public static AgeKey in(Path folder) throws IOException {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            Path file = Files.createTempFile(folder, "identity", ".txt");
            Files.writeString(
                    file,
                    "# for a test\n" + new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII) + "\n");
            return new AgeKey(new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII), file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
