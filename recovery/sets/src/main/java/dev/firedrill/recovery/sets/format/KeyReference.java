package dev.firedrill.recovery.sets.format;

/**
 * A public key that a set was made for or by.
 *
 * @param keyId short, for telling keys apart
 * @param publicKey the whole of it, as its own tools write it
 */
public record KeyReference(String keyId, String publicKey) {}
