package dev.firedrill.recovery.sets.member.git;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The details of a git member.
 *
 * @param repositories in the order of their names
 */
public record GitDetails(List<RepositoryRecord> repositories) {
    /** The repository of that name. */
    public Optional<RepositoryRecord> repository(String name) {
        return repositories.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * A repository as it was.
     *
     * @param name how it is called in the set
     * @param url where it was, without login
     * @param at when its refs were read, all of them at once
     * @param head the branch that HEAD named; absent when it named a commit or the server did not say
     * @param refs every ref with its object
     * @param bundles paths of the bundles, each building on those before it; empty when there were no refs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RepositoryRecord(
            String name,
            String url,
            Instant at,
            @Nullable String head,
            Map<String, String> refs,
            List<String> bundles) {}
}
