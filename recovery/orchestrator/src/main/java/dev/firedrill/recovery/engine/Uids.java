package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.RevisionName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/** The UIDs of package revisions, which follow from their names: a revision that is rebuilt has the UID it had. */
public final class Uids {
    private static final UUID NAMESPACE = UUID.fromString("aac71d91-5c67-456f-8fd2-902ef6da820e");

    private Uids() {}

    /** The UID of a package revision. */
    public static UUID of(RevisionName name) {
        return versionFive("packagerevision:porch.kpt.dev/v1alpha1/"
                + name.namespace()
                + "/"
                + name.objectName().toLowerCase(Locale.ROOT));
    }

    private static UUID versionFive(String name) {
        byte[] digest = sha1().digest(ByteBuffer.allocate(16 + name.getBytes(StandardCharsets.UTF_8).length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name.getBytes(StandardCharsets.UTF_8))
                .array());
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
