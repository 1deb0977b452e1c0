package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A member as the manifest names it.
 *
 * @param alias its folder in the set
 * @param kind which store it is from
 * @param state succeeded, failed or skipped
 * @param window when it was taken; absent unless it succeeded
 * @param error why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberSummary(
        String alias,
        MemberKind kind,
        MemberState state,
        @Nullable Window window,
        @Nullable String error) {}
