package dev.firedrill.recovery.sets.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as it is written in sets. */
public final class Hashes {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Hashes() {}

    /** A new digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest of what was given to it, in hexadecimal. */
    public static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of {@code bytes}, in hexadecimal. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Whether {@code text} is a hash in hexadecimal. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
