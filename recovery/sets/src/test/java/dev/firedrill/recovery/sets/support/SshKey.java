package dev.firedrill.recovery.sets.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A key as {@code ssh-keygen -t ed25519 -N ''} writes it, for machines without that program. */
public record SshKey(Path privateKey, Path publicKey) {
    private static final int KEY_BYTES = 32;

    public static SshKey in(Path folder) throws IOException {
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] seed = last(pair.getPrivate().getEncoded());
        byte[] open = last(pair.getPublic().getEncoded());
        byte[] blob = strings(text("ssh-ed25519"), open);
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        secret.writeBytes(new byte[] {1, 2, 3, 4, 1, 2, 3, 4});
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(seed);
        both.writeBytes(open);
        secret.writeBytes(strings(text("ssh-ed25519"), open, both.toByteArray(), text("comment")));
        for (byte pad = 1; secret.size() % 8 != 0; pad++) {
            secret.write(pad);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(text("openssh-key-v1\0"));
        all.writeBytes(strings(text("none"), text("none"), new byte[0]));
        all.writeBytes(new byte[] {0, 0, 0, 1});
        all.writeBytes(strings(blob, secret.toByteArray()));
        Path file = Files.createTempFile(folder, "signing", "");
        Files.writeString(
                file,
                "-----BEGIN OPENSSH PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(70 - 2, new byte[] {'\n'}).encodeToString(all.toByteArray())
                        + "\n-----END OPENSSH PRIVATE KEY-----\n");
        Path line = Path.of(file + ".pub");
        Files.writeString(line, "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob) + " comment\n");
        return new SshKey(file, line);
    }

    private static byte[] last(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] strings(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part : parts) {
            out.writeInt(part.length);
            out.write(part);
        }
        return bytes.toByteArray();
    }
}
