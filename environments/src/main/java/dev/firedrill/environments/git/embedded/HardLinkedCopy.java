package dev.firedrill.environments.git.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Copies a bare repository. Objects and packs never change once written, so the copy shares them; everything else
 * (refs, HEAD, configuration) is copied.
 */
final class HardLinkedCopy extends SimpleFileVisitor<Path> {
    private static final Path OBJECTS = Path.of("objects");
    /** Unfinished packs of a push; nothing refers to them. */
    private static final String UNFINISHED = "incoming_";

    private final Path source;
    private final Path target;

    private HardLinkedCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** @param target must not exist */
    static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new HardLinkedCopy(source, target));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectory(target.resolve(source.relativize(folder)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path relative = source.relativize(file);
        String name = file.getFileName().toString();
        if (name.startsWith(UNFINISHED) || name.endsWith(".lock")) {
            return FileVisitResult.CONTINUE;
        }
        if (relative.startsWith(OBJECTS)) {
            Files.createLink(target.resolve(relative), file);
        } else {
            Files.copy(file, target.resolve(relative));
        }
        return FileVisitResult.CONTINUE;
    }
}
