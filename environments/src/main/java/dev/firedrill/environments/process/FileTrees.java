package dev.firedrill.environments.process;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole folders: removing and copying them. */
public final class FileTrees {
    private FileTrees() {}

    /** Removes {@code folder} with everything in it and follows no link; harmless when it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * As {@link #delete}, where nothing can go on if it fails.
     *
     * @throws EnvironmentFailure when something of it stays
     */
    public static void discard(Path folder) {
        try {
            delete(folder);
        } catch (IOException refused) {
            throw new EnvironmentFailure(folder + " could not be removed: " + refused.getMessage(), refused);
        }
    }

    /**
     * Copies a folder at rest with modes and times. Done by {@code cp}, which shares blocks where the file system can
     * and keeps holes.
     *
     * @param target must not exist
     */
    public static void copy(Path source, Path target) throws IOException {
        runCp(List.of("-Rp"), source, target);
    }

    /** As {@link #copy}, but each file of the copy is the same file: for content that nobody ever changes in place. */
    public static void link(Path source, Path target) throws IOException {
        runCp(List.of("-Rpl"), source, target);
    }

    private static void runCp(List<String> options, Path source, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new IOException(target + " is in the way of a copy");
        }
        List<String> command = new ArrayList<>(List.of("cp"));
        command.addAll(options);
        command.addAll(List.of("--", source.toString(), target.toString()));
        Process copying = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(copying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (copying.waitFor() != 0) {
                throw new IOException("copying " + source + " failed: "
                        + said.lines().findFirst().orElse("no reason given"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while " + source + " was copied", stopped);
        }
    }
}
