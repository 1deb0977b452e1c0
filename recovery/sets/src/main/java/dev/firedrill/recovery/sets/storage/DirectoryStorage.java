package dev.firedrill.recovery.sets.storage;

import dev.firedrill.recovery.sets.format.KeyNames;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A storage in a folder of this machine. Files are written beside the sets, forced to the disk, and then get their place by a
 * hard link, which fails when the place is taken. Links of any kind are refused wherever they stand: a file below a link
 * would be read from, or written to, somewhere else.
 */
public final class DirectoryStorage implements Storage {
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final DurableFiles files;

    /**
     * A folder, which is made when it is not there.
     *
     * @throws StoreUnavailable when it cannot be made
     */
    public DirectoryStorage(Path folder) {
        try {
            this.root = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new StoreUnavailable("the storage " + folder + " cannot be used: " + Reasons.of(e), e);
        }
        this.files = new DurableFiles(root);
    }

    /**
     * A folder that has to be there: whoever looks for sets and finds an empty folder in their place believes that there are
     * none.
     *
     * @throws StoreUnavailable when it is not there
     */
    public static DirectoryStorage existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new StoreUnavailable("the storage " + folder
                    + " is not there, or is no folder; correct --storage, or mount what belongs there");
        }
        return new DirectoryStorage(folder);
    }

    @Override
    public void create(String key, Content content) {
        Path target = place(key);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(key);
        }
        try {
            files.create(target, content);
        } catch (FileAlreadyExistsException e) {
            throw taken(key);
        } catch (IOException e) {
            throw failed("writing", key, e);
        }
    }

    @Override
    public void replace(String key, byte[] content) {
        try {
            files.replace(place(key), content);
        } catch (IOException e) {
            throw failed("writing", key, e);
        }
    }

    @Override
    public InputStream open(String key) {
        Path file = place(key);
        try {
            return new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), BUFFER);
        } catch (NoSuchFileException e) {
            throw new VerificationFailed("the file " + key + " is missing in " + describe(), e);
        } catch (IOException e) {
            throw failed("reading", key, e);
        }
    }

    @Override
    public boolean exists(String key) {
        return Files.isRegularFile(place(key), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<StoredFile> list(String folder) {
        Path start = place(folder);
        List<StoredFile> found = new ArrayList<>();
        if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
            return found;
        }
        try {
            Files.walkFileTree(start, new Lister(found));
        } catch (IOException e) {
            throw failed("listing", folder, e);
        }
        found.sort(Comparator.comparing(StoredFile::key));
        return found;
    }

    @Override
    public List<String> folders(String folder) {
        Path start = folder.isEmpty() ? root : place(folder);
        if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(start)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> entry.getFileName().toString())
                    .filter(KeyNames::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failed("listing", folder, e);
        }
    }

    @Override
    public void delete(String key) {
        Path file = place(key);
        try {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            while (!folder.equals(root)) {
                Files.deleteIfExists(folder);
                folder = folder.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            // Others stand in it.
        } catch (IOException e) {
            throw failed("deleting", key, e);
        }
    }

    @Override
    public Optional<StorageLock> tryLock(String name, boolean shared) {
        try {
            return files.tryLock(name, shared);
        } catch (IOException e) {
            throw failed("locking", name, e);
        }
    }

    @Override
    public void sweep() {
        try {
            files.sweep();
        } catch (IOException e) {
            throw failed("clearing", ".unfinished", e);
        }
    }

    @Override
    public String describe() {
        return root.toString();
    }

    /** The path of a key, after looking at every part of it. */
    private Path place(String key) {
        if (!KeyNames.isKey(key)) {
            throw new VerificationFailed("'" + Reasons.printable(key) + "' is not a name of the storage " + describe()
                    + ": allowed are " + KeyNames.RULE);
        }
        Path path = root;
        for (String part : key.split("/")) {
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                throw link(path);
            }
        }
        return path;
    }

    private VerificationFailed link(Path path) {
        return new VerificationFailed(Reasons.printable(root.relativize(path).toString()) + " in " + describe()
                + " is a link or a special file; sets have none: remove it");
    }

    private SetRefused taken(String key) {
        return new SetRefused(key + " is in " + describe() + " already, and nothing there is overwritten");
    }

    private StoreUnavailable failed(String what, String key, IOException cause) {
        return new StoreUnavailable(what + " " + key + " in " + describe() + " failed: " + Reasons.of(cause), cause);
    }

    private final class Lister extends SimpleFileVisitor<Path> {
        private final List<StoredFile> found;

        Lister(List<StoredFile> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                throw link(file);
            }
            found.add(new StoredFile(root.relativize(file).toString(), attributes.size()));
            return FileVisitResult.CONTINUE;
        }
    }
}
