package dev.firedrill.recovery.sets.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.firedrill.recovery.sets.format.MemberState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status file of a set, for other processes.
 *
 * @param format as in a manifest
 * @param version as in a manifest
 * @param state of the set
 * @param updatedAt when this was written
 * @param members in order
 */
public record SetStatus(String format, int version, SetState state, Instant updatedAt, List<MemberStatus> members) {
    /**
     * How far a member is.
     *
     * @param alias its folder
     * @param state how far
     * @param error why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberStatus(
            String alias, MemberState state, @Nullable String error) {}
}
