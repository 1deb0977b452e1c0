package dev.firedrill.environments.git.embedded;

import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kept points: for each a mirror of every repository with every ref and object. Callers hold pushes off. */
final class Mirrors {
    private final Path folder;
    private final BareRepositories repositories;

    Mirrors(Path folder, BareRepositories repositories) {
        this.folder = folder;
        this.repositories = repositories;
    }

    void keep(RecoveryPoint point) throws IOException {
        if (Files.exists(mirror(point))) {
            throw new IllegalArgumentException("the git server has a recovery point " + point + " already");
        }
        Files.createDirectories(folder);
        // No point has a name that begins with a dot.
        Path unfinished = folder.resolve(".unfinished");
        FileTrees.delete(unfinished);
        copyAll(repositories, new BareRepositories(unfinished));
        Files.move(unfinished, mirror(point));
    }

    void requireKept(RecoveryPoint point) {
        if (!Files.isDirectory(mirror(point))) {
            throw new IllegalArgumentException("the git server has no recovery point " + point);
        }
    }

    void requireKept(RecoveryPoint point, String repository) {
        requireKept(point);
        if (!at(point).has(repository)) {
            throw new IllegalArgumentException("recovery point " + point + " holds no repository " + repository);
        }
    }

    /** Puts every repository back; none may be there. */
    void restore(RecoveryPoint point) throws IOException {
        copyAll(at(point), repositories);
    }

    private static void copyAll(BareRepositories source, BareRepositories target) throws IOException {
        Files.createDirectory(target.folder());
        for (String repository : source.names()) {
            HardLinkedCopy.copy(source.folder(repository), target.folder(repository));
        }
    }

    /** Puts one repository back in the place of what is there. */
    void restore(RecoveryPoint point, String repository) throws IOException {
        repositories.remove(repository);
        HardLinkedCopy.copy(at(point).folder(repository), repositories.folder(repository));
    }

    private BareRepositories at(RecoveryPoint point) {
        return new BareRepositories(mirror(point));
    }

    private Path mirror(RecoveryPoint point) {
        return folder.resolve(point.name());
    }
}
