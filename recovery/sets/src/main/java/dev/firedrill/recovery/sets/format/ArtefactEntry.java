package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file with data of a member.
 *
 * @param set the id of the set of the same batch in whose folder the file is; absent when it is this one
 * @param path below that set's folder
 * @param size in bytes, as stored
 * @param sha256 of the stored bytes, in hexadecimal; checked without any key
 * @param plainSize in bytes, decrypted and decompressed
 * @param plainSha256 of the plain bytes, in hexadecimal
 * @param compression how it was compressed before it was encrypted
 * @param encrypted whether it is in the age format
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArtefactEntry(
        @Nullable String set,
        String path,
        long size,
        String sha256,
        long plainSize,
        String plainSha256,
        Compression compression,
        boolean encrypted) {
    /** The same file, seen from another set. */
    public ArtefactEntry carriedFrom(String holder) {
        return new ArtefactEntry(
                set == null ? holder : set, path, size, sha256, plainSize, plainSha256, compression, encrypted);
    }
}
