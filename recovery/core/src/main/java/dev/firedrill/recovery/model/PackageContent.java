package dev.firedrill.recovery.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a package revision: path within the package to text, sorted by path. Files that are not text never come
 * here (the cache's {@code resource_value} column holds text only).
 */
public record PackageContent(SortedMap<String, String> files) {
    private static final Shared<PackageContent> CONTENTS = new Shared<>();
    private static final Shared<String> TEXTS = new Shared<>();

    public PackageContent {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static PackageContent of(Map<String, String> files) {
        return new PackageContent(new TreeMap<>(files));
    }

    /**
     * The same files as one object for all who read them: git and cache hold the same contents, and the revisions of a
     * package share most of their files. What is not referenced any more is not kept.
     */
    public static PackageContent shared(Map<String, String> files) {
        SortedMap<String, String> sharing = new TreeMap<>();
        files.forEach((path, text) -> sharing.put(TEXTS.one(path), TEXTS.one(text)));
        return CONTENTS.one(new PackageContent(sharing));
    }

    public static PackageContent empty() {
        return of(Map.of());
    }

    /** SHA-256 over paths and texts, in lower-case hex. Equal contents have equal hashes, whatever store they lie in. */
    public String hash() {
        MessageDigest digest = sha256();
        files.forEach((path, text) -> {
            update(digest, path);
            update(digest, text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The length before the bytes keeps ("ab","c") apart from ("a","bc").
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
