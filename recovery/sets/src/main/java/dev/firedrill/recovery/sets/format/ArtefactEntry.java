package dev.firedrill.recovery.sets.format;

/**
 * A file with data of a member.
 *
 * @param path below the set's folder
 * @param size in bytes, as stored
 * @param sha256 of the stored bytes, in hexadecimal; checked without any key
 * @param plainSize in bytes, decrypted and decompressed
 * @param plainSha256 of the plain bytes, in hexadecimal
 * @param compression how it was compressed before it was encrypted
 * @param encrypted whether it is in the age format
 */
public record ArtefactEntry(
        String path,
        long size,
        String sha256,
        long plainSize,
        String plainSha256,
        Compression compression,
        boolean encrypted) {}
