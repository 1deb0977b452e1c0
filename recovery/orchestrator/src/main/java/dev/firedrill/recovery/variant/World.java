package dev.firedrill.recovery.variant;

import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a decision may depend on.
 *
 * @param revisions the rows that are not quarantined
 * @param repositories how the registered repositories stand; one that is missing here is not registered
 * @param living the UIDs of the PackageVariants that there are
 * @param hindered names of package revisions that are not as they should be, or whose state is unknown
 */
public record World(
        List<CachedRevision> revisions,
        Map<String, RepositoryState> repositories,
        Set<String> living,
        Set<String> hindered) {
    /** A world in which every package revision is as it should be. */
    public World(List<CachedRevision> revisions, Map<String, RepositoryState> repositories, Set<String> living) {
        this(revisions, repositories, living, Set.of());
    }

    public World {
        hindered = Set.copyOf(hindered);
        revisions = List.copyOf(revisions);
        repositories = Map.copyOf(repositories);
        living = Set.copyOf(living);
    }

    boolean isAligned(String repository) {
        return repositories.get(repository) instanceof RepositoryState.Aligned;
    }

    boolean isRegistered(String repository) {
        return repositories
                .getOrDefault(repository, new RepositoryState.Absent(""))
                .isVisible();
    }

    /** Why nothing can be done in the repository; empty when it is registered and aligned. */
    Optional<String> obstacle(String repository) {
        RepositoryState state = repositories.get(repository);
        if (state instanceof RepositoryState.Aligned) {
            return Optional.empty();
        }
        return state instanceof RepositoryState.Unaligned unaligned
                ? Optional.of("repository '" + repository + "' is not aligned yet: " + unaligned.why())
                : Optional.of("repository '" + repository + "' is not registered");
    }

    /** A package revision of this package, or of one below it, that is not as it should be. */
    Optional<String> hindrance(PackageName name) {
        return hindered.stream()
                .filter(revision -> revision.startsWith(name.rowName() + "."))
                .sorted()
                .findFirst();
    }

    /** The revisions of a package, the leftover directories on its branch apart. */
    List<CachedRevision> revisionsOf(PackageName name) {
        return revisions.stream()
                .filter(row -> !row.isPlaceholder() && row.name().packageName().equals(name))
                .toList();
    }

    Optional<CachedRevision> find(RevisionName name) {
        return revisions.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
