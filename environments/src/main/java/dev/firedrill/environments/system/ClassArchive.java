package dev.firedrill.environments.system;

import dev.firedrill.environments.process.CacheFolder;
import dev.firedrill.model.EnvironmentFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The orchestrator's classes as the JVM keeps them between processes. Scenarios that kill the orchestrator start a new
 * process, and reading its classes anew would be most of that. The archive is made once by an orchestrator that ends in
 * order, and belongs to one build and one JVM; the JVM ignores one that does not fit.
 */
final class ClassArchive {
    private static final String FILE = "orchestrator.jsa";
    /** Of some 50 MB each; several working copies may take turns. */
    private static final int KEPT = 5;

    private final Path entry;
    private final boolean possible;

    private ClassArchive(Path entry, boolean possible) {
        this.entry = entry;
        this.possible = possible;
    }

    /** The archive for this build and this JVM. */
    static ClassArchive ofThisBuild() {
        List<Path> parts = Stream.of(RecoveryCommand.classPath().split(File.pathSeparator))
                .map(Path::of)
                .toList();
        // The JVM archives classes out of jars only; a build that runs from class folders does without.
        boolean jarsOnly = parts.stream().allMatch(Files::isRegularFile);
        ClassArchive archive =
                new ClassArchive(CacheFolder.resolve("classes", jarsOnly ? fingerprint(parts) : "none"), jarsOnly);
        if (archive.made()) {
            CacheFolder.useAndKeepLatest(archive.entry, KEPT);
        }
        return archive;
    }

    /** What a JVM is told to use the archive, or nothing when there is none. */
    private List<String> use() {
        return made() ? quietly("-XX:SharedArchiveFile=" + entry.resolve(FILE)) : List.of();
    }

    /** What a JVM is told to use the archive, or to leave one at {@code draft} when there is none. */
    List<String> useOrMake(Path draft) {
        return made() || !possible ? use() : quietly("-XX:ArchiveClassesAtExit=" + draft);
    }

    /** Whether one can be made and has not been. */
    boolean isMissing() {
        return possible && !made();
    }

    private boolean made() {
        return possible && Files.exists(entry.resolve(FILE));
    }

    private static List<String> quietly(String argument) {
        return List.of(argument, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Takes over what a JVM that ended in order has left, if it has. */
    void keep(Path draft) {
        if (Files.exists(draft)) {
            CacheFolder.once(entry, folder -> Files.move(draft, folder.resolve(FILE)));
        }
    }

    private static String fingerprint(List<Path> jars) {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
        try {
            for (Path jar : jars) {
                text.append('\n').append(jar.toAbsolutePath()).append(Files.size(jar));
                text.append(Files.getLastModifiedTime(jar));
            }
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new EnvironmentFailure("The build's own jars cannot be read: " + e.getMessage(), e);
        }
    }
}
