package dev.firedrill.scenarios.assertion;

import dev.firedrill.workload.world.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that {@code rescue show --json} promises: the SHA-256 of what {@code sha256sum} prints for all files by name. */
final class ContentHash {
    private ContentHash() {}

    static String of(Content content) {
        StringBuilder lines = new StringBuilder();
        content.files()
                .forEach((path, text) ->
                        lines.append(sha256(text)).append("  ").append(path).append('\n'));
        return sha256(lines.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
