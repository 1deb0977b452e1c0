package dev.firedrill.proof.mutation;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.recovery.cli.RecoveryMain;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes of the shipped recovery as they lie in the build, a jar or a folder of classes. */
final class RecoveryBytecode implements AutoCloseable {
    private static final String SUFFIX = ".class";

    private final Path build;
    private final Optional<FileSystem> jar;
    private final Path root;

    private RecoveryBytecode(Path build, Optional<FileSystem> jar) {
        this.build = build;
        this.jar = jar;
        this.root = jar.map(opened -> opened.getPath("/")).orElse(build);
    }

    /**
     * Opens the build that runs now.
     *
     * @throws EnvironmentFailure when it cannot be read
     */
    static RecoveryBytecode ofThisBuild() {
        try {
            Path build = Path.of(RecoveryMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new RecoveryBytecode(
                    build,
                    Files.isDirectory(build)
                            ? Optional.empty()
                            : // By its path and not by its address, of which a JVM allows one file system only.
                            Optional.of(FileSystems.newFileSystem(build)));
        } catch (URISyntaxException | IOException unreadable) {
            throw new EnvironmentFailure(
                    "The build's own classes cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The full names of all classes, sorted. */
    List<String> classes() {
        Path recovery = root.resolve("dev/firedrill/recovery");
        try (Stream<Path> files = Files.walk(recovery)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("package-info" + SUFFIX))
                    .map(name ->
                            name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** The bytes of a class of this build, or of the JVM; empty where neither has one of that name. */
    Optional<byte[]> bytes(String className) {
        String name = className.replace('.', '/') + SUFFIX;
        Path file = root.resolve(name);
        try (InputStream jvm = ClassLoader.getPlatformClassLoader().getResourceAsStream(name)) {
            if (Files.isRegularFile(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
            return jvm == null ? Optional.empty() : Optional.of(jvm.readAllBytes());
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Changes with every change of the build, the harness and the features in it included. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (jar.isPresent()) {
                digest.update(Files.readAllBytes(build));
            } else {
                classes().forEach(name -> digest.update(bytes(name).orElseThrow()));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private EnvironmentFailure unreadable(Exception why) {
        return new EnvironmentFailure(
                "The build's own classes in " + build + " cannot be read: " + why.getMessage(), why);
    }

    @Override
    public void close() {
        try {
            if (jar.isPresent()) {
                jar.get().close();
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }
}
