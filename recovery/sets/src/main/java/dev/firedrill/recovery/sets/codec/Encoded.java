package dev.firedrill.recovery.sets.codec;

/**
 * What an encoder saw.
 *
 * @param size bytes as stored
 * @param sha256 of the stored bytes
 * @param plainSize bytes as given
 * @param plainSha256 of the given bytes
 */
public record Encoded(long size, String sha256, long plainSize, String plainSha256) {}
