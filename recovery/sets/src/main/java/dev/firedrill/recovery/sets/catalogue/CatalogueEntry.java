package dev.firedrill.recovery.sets.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.firedrill.recovery.sets.format.KeyReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of a set.
 *
 * @param format as in a manifest
 * @param version as in a manifest
 * @param batch the set's batch
 * @param rootId the set's id
 * @param rootHash SHA-256 of its manifest, in hexadecimal
 * @param startedAt when it was begun
 * @param signer who signed; absent when nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueEntry(
        String format,
        int version,
        String batch,
        String rootId,
        String rootHash,
        Instant startedAt,
        @Nullable KeyReference signer) {}
