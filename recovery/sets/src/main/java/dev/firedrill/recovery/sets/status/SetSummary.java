package dev.firedrill.recovery.sets.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.firedrill.recovery.sets.format.MemberSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set in a list. Nothing of it is proven.
 *
 * @param batch its batch
 * @param rootId its id
 * @param state what it is
 * @param rootHash what the catalogue says
 * @param members as the manifest names them; empty without a manifest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetSummary(
        String batch,
        String rootId,
        SetState state,
        @Nullable String rootHash,
        List<MemberSummary> members) {}
