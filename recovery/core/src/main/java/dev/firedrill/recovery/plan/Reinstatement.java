package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.RescuedMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a published revision that git has again the metadata that it had. Git may come back piece by piece: what had no tag
 * in one pass goes to a rescue set with everything that only the cache knew of it (rule 3). When git has the same name with
 * the same content again, it is the same revision, and its metadata comes back without a request.
 *
 * <p>Only what went because git did not have it comes back like that. A Repository that was deleted took its revisions along
 * by an operator's decision (rule 1), and one that is registered later begins anew.
 */
final class Reinstatement {
    /** Why a single row goes that git does not have. */
    static final String GONE = "git, the truth for published revisions, does not have it";

    /** Why many of them go. */
    static final String MANY_GONE = "git, the truth for published revisions, does not have them";

    private static final Set<String> REASONS = Set.of(GONE, MANY_GONE);

    private final Map<String, List<RescuedMetadata>> byName;

    Reinstatement(List<RescuedMetadata> rescued) {
        byName = rescued.stream()
                .filter(each -> REASONS.contains(each.reason()))
                .collect(Collectors.groupingBy(each -> each.name().objectName()));
    }

    /** How a revision of which only git and perhaps a rescue set knows gets its row. */
    Action.Insert of(GitRevision git, OwnerReclaim reclaim) {
        CachedRevision bare = RowRule.fromGit(git);
        return found(git)
                .map(kept -> new Action.Insert(reclaim.adopted(with(bare, kept)), Optional.of(kept)))
                .orElseGet(() -> new Action.Insert(bare));
    }

    private Optional<RescuedMetadata> found(GitRevision git) {
        return byName.getOrDefault(git.name().objectName(), List.of()).stream()
                .filter(each -> each.name().equals(git.name()))
                .filter(each -> each.lifecycle().isPublished())
                .filter(each -> each.contentHash().equals(git.content().hash()))
                .max(Comparator.comparing(RescuedMetadata::rescuedAt));
    }

    private static CachedRevision with(CachedRevision bare, RescuedMetadata kept) {
        return new CachedRevision(
                bare.name(),
                bare.revision(),
                kept.lifecycle(),
                bare.latest(),
                kept.metadata(),
                bare.content(),
                bare.originTask().or(kept::originTask),
                bare.spec(),
                bare.lock(),
                bare.updated(),
                bare.updatedBy());
    }
}
