package dev.firedrill.proof.mutation;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.recovery.cache.PostgresPackageCache;
import dev.firedrill.recovery.cli.RecoveryMain;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.recovery.reconcile.Reconciler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes of the shipped recovery as they lie in the build: in one runnable jar, or in a jar or folder for each of its
 * parts.
 */
final class RecoveryBytecode implements AutoCloseable {
    private static final String SUFFIX = ".class";
    /** One class of each part: core, stores, orchestrator, command line. */
    private static final List<Class<?>> PARTS =
            List.of(RulesPlanner.class, PostgresPackageCache.class, Reconciler.class, RecoveryMain.class);

    private final List<Part> parts;

    private RecoveryBytecode(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * A jar or a folder.
     *
     * @param jar the opened jar; empty for a folder
     * @param root the folder, or the jar's own root
     */
    private record Part(Path build, Optional<FileSystem> jar, Path root) {
        static Part open(Path build) throws IOException {
            if (Files.isDirectory(build)) {
                return new Part(build, Optional.empty(), build);
            }
            // By its path and not by its address, of which a JVM allows one file system only.
            FileSystem jar = FileSystems.newFileSystem(build);
            return new Part(build, Optional.of(jar), jar.getPath("/"));
        }

        Stream<String> classes() throws IOException {
            Path recovery = root.resolve("dev/firedrill/recovery");
            try (Stream<Path> files = Files.walk(recovery)) {
                return files.map(file -> root.relativize(file).toString()).toList().stream();
            }
        }
    }

    /**
     * Opens the build that runs now.
     *
     * @throws EnvironmentFailure when it cannot be read
     */
    static RecoveryBytecode ofThisBuild() {
        Set<Path> builds = new LinkedHashSet<>();
        List<Part> parts = new ArrayList<>();
        try {
            for (Class<?> one : PARTS) {
                builds.add(Path.of(
                        one.getProtectionDomain().getCodeSource().getLocation().toURI()));
            }
            for (Path build : builds) {
                parts.add(Part.open(build));
            }
            return new RecoveryBytecode(parts);
        } catch (URISyntaxException | IOException unreadable) {
            throw new EnvironmentFailure(
                    "The build's own classes cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The full names of all classes, sorted. */
    List<String> classes() {
        List<String> names = new ArrayList<>();
        try {
            for (Part part : parts) {
                part.classes()
                        .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("package-info" + SUFFIX))
                        .map(name -> name.substring(0, name.length() - SUFFIX.length())
                                .replace('/', '.'))
                        .forEach(names::add);
            }
            return names.stream().sorted().toList();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** The bytes of a class of this build, or of the JVM; empty where neither has one of that name. */
    Optional<byte[]> bytes(String className) {
        String name = className.replace('.', '/') + SUFFIX;
        try (InputStream jvm = ClassLoader.getPlatformClassLoader().getResourceAsStream(name)) {
            for (Part part : parts) {
                Path file = part.root().resolve(name);
                if (Files.isRegularFile(file)) {
                    return Optional.of(Files.readAllBytes(file));
                }
            }
            return jvm == null ? Optional.empty() : Optional.of(jvm.readAllBytes());
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Changes with every change of the build; of a runnable jar, the harness and the features in it included. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Part part : parts) {
                if (part.jar().isPresent()) {
                    digest.update(Files.readAllBytes(part.build()));
                }
            }
            classes().forEach(name -> digest.update(bytes(name).orElseThrow()));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private EnvironmentFailure unreadable(Exception why) {
        return new EnvironmentFailure("The build's own classes cannot be read: " + why.getMessage(), why);
    }

    @Override
    public void close() {
        try {
            for (Part part : parts) {
                if (part.jar().isPresent()) {
                    part.jar().get().close();
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }
}
