package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bare repository that is there for a while and then gone. */
final class LocalCopy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCopy.class);

    private final Path folder;
    private final Repository repository;

    private LocalCopy(Path folder, Repository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    static LocalCopy create() {
        try {
            Path folder = Files.createTempDirectory("firedrill-git-");
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(folder.resolve("copy.git").toFile())
                    .setBare()
                    .build();
            repository.create(true);
            return new LocalCopy(folder, repository);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "no temporary repository can be made in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    Repository repository() {
        return repository;
    }

    /** A file of that name beside the repository. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Walks through everything that the tips lead to.
     *
     * @throws MissingObjectException when something is not there
     */
    void checkConnected(Collection<String> tips) throws IOException {
        Set<String> distinct = new TreeSet<>(tips);
        try (ObjectWalk walk = new ObjectWalk(repository)) {
            for (String tip : distinct) {
                walk.markStart(walk.parseAny(ObjectId.fromString(tip)));
            }
            walk.checkConnectivity();
        }
    }

    /** Those of {@code ids} that are commits and are here. */
    List<RevCommit> commits(Collection<String> ids) {
        List<RevCommit> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (String id : new TreeSet<>(ids)) {
                ObjectId object = ObjectId.fromString(id);
                if (repository.getObjectDatabase().has(object)
                        && walk.peel(walk.parseAny(object)) instanceof RevCommit commit) {
                    commits.add(commit);
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("reading the temporary repository " + folder + " failed", e);
        }
        return commits;
    }

    @Override
    public void close() {
        repository.close();
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (IOException e) {
            // What was made of it stays good.
            LOG.warn("the temporary folder {} could not be removed: {}", folder, e.getMessage());
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, java.io.IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
