package dev.firedrill.recovery.git.clone;

import dev.firedrill.recovery.git.scan.Listing;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.transport.Remote;
import dev.firedrill.recovery.git.tree.Tolerance;
import dev.firedrill.recovery.model.GitView.Obstacle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The bare clone of one URL in the work directory. It is a cache and nothing else: when it is damaged, it is made anew.
 * Used by one thread at a time, under {@link #lock()}.
 */
public final class LocalClone implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final String url;
    private final Path directory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Listing> listings = new HashMap<>();
    private final Tolerance tolerance = new Tolerance();
    private Repository repository;
    private Map<String, ObjectId> refs = Map.of();
    private Map<String, String> missing = Map.of();

    public LocalClone(String url, Path workDirectory) throws IOException {
        this.url = url;
        this.directory = workDirectory.resolve(sha256(url).substring(0, 32) + ".git");
        this.repository = open();
    }

    public ReentrantLock lock() {
        return lock;
    }

    public Repository repository() {
        return repository;
    }

    /** Refs as the server has them as of the last {@link #refresh}, without those in {@link #missing}. */
    public Map<String, ObjectId> refs() {
        return refs;
    }

    /** Refs that the server lists and whose objects it did not send, with the reasons. */
    public Map<String, String> missing() {
        return missing;
    }

    /** Whether what cannot be read is this clone's fault or the server's. */
    public Tolerance tolerance() {
        return tolerance;
    }

    /** What was listed before, by Repository. */
    public Map<String, Listing> listings() {
        return listings;
    }

    /** A hash over all refs. */
    public String version() {
        StringBuilder text = new StringBuilder();
        refs.forEach(
                (name, id) -> text.append(name).append(' ').append(id.name()).append('\n'));
        missing.keySet().forEach(name -> text.append(name).append(" missing\n"));
        return sha256(text.toString());
    }

    /**
     * Asks the server for its refs, and for the objects that are not here yet. Afterwards every ref of the server is one of
     * ours at the same object, or is among those that are missing.
     */
    public void refresh(Remote remote) throws GitFailure, IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<String, ObjectId> theirs = remote.refs(repository);
            if (theirs.isEmpty()) {
                refs = Map.of();
                missing = Map.of();
                throw new GitFailure(
                        Obstacle.EMPTY,
                        "git repository " + GitFailure.withoutSecret(url)
                                + " is there but has no branches and no tags; restore it, or set spec.git.createBranch"
                                + " to start anew.");
            }
            if (theirs.equals(refs) && missing.isEmpty() || mirror(theirs, remote)) {
                return;
            }
        }
        throw new GitFailure(
                Obstacle.UNREACHABLE,
                "git repository " + GitFailure.withoutSecret(url)
                        + " changed each time that its objects were fetched; it is" + " read when it is quieter.");
    }

    /** Whether everything that the server listed came, or is known not to come; false when the server has moved on. */
    private boolean mirror(Map<String, ObjectId> theirs, Remote remote) throws GitFailure, IOException {
        Tips tips = new Tips(repository);
        Set<ObjectId> wanted = new HashSet<>(theirs.values());
        Set<ObjectId> before = tips.present();
        wanted.removeAll(before);
        Map<ObjectId, String> failed = new Fetching(repository, remote).bring(wanted);
        Set<ObjectId> present = tips.present();
        Map<String, ObjectId> ours = new TreeMap<>();
        Map<String, String> lost = new TreeMap<>();
        theirs.forEach((name, id) -> {
            if (present.contains(id)) {
                ours.put(name, id);
            } else if (failed.containsKey(id)) {
                lost.put(name, failed.get(id));
            }
        });
        if (ours.size() + lost.size() < theirs.size()) {
            return false;
        }
        before.removeAll(theirs.values());
        tips.update(Set.of(), before);
        refs = Collections.unmodifiableMap(ours);
        missing = Collections.unmodifiableMap(lost);
        return true;
    }

    /** Throws the clone away and starts with an empty one. */
    public void renew() throws IOException {
        repository.close();
        tolerance.madeAnew();
        listings.clear();
        refs = Map.of();
        missing = Map.of();
        deleteTree(directory);
        repository = open();
    }

    public GitFailure damaged(IOException cause) {
        return GitFailure.ofThisMachine(url, "its local clone in the work directory cannot be read", cause);
    }

    private Repository open() throws IOException {
        Repository opened = new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build();
        if (!Files.exists(directory.resolve("HEAD"))) {
            deleteTree(directory);
            opened.create(true);
            StoredConfig config = opened.getConfig();
            // With version 0 the list of refs costs one request instead of two.
            config.setInt("protocol", null, "version", 0);
            config.setBoolean("gc", null, "autoDetach", false);
            config.save();
        }
        deleteStaleLocks(directory);
        return opened;
    }

    /** A process killed in the middle of a fetch leaves lock files; the work directory is ours alone, so they are stale. */
    private static void deleteStaleLocks(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return path.endsWith("objects") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".lock")) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, IOException failure) throws IOException {
                Files.delete(path);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
