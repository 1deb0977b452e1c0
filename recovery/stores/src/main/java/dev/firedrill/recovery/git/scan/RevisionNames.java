package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.git.tree.PathGuard;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Names of the package revisions of one Repository, and which paths in git can be none. */
final class RevisionNames {
    /** In bytes, as the cache's rows are named. */
    private static final int LONGEST_NAME = 1024;

    private final Repository repository;

    RevisionNames(Repository repository) {
        this.repository = repository;
    }

    /** Why a revision at {@code path}, its last segment included, can have no name; empty when it can. */
    Optional<String> obstacle(String path) {
        String name = repository.namespace() + repository.name() + path;
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of("its name would be longer than " + LONGEST_NAME + " bytes");
        }
        boolean odd = Arrays.stream(path.split("/", -1))
                .anyMatch(segment -> PathGuard.isHostile(segment.getBytes(StandardCharsets.UTF_8)));
        return odd ? Optional.of("its name holds what no file name may hold on every machine") : Optional.empty();
    }

    /** The package at a path below the directory of the Repository. */
    PackageName packageName(String path) {
        return new PackageName(repository.namespace(), repository.name(), path);
    }
}
