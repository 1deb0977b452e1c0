package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.process.CacheFolder;
import dev.firedrill.environments.process.PackedVersions;
import dev.firedrill.model.EnvironmentFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once on a machine from the archive that Maven delivers.
 *
 * @param version the version of the delivered binaries
 * @param folder where they were unpacked
 * @param prefix what stands before every command, such as {@code unshare}
 */
record PostgresBinaries(String version, Path folder, List<String> prefix) {
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    /**
     * Finds or unpacks the programs.
     *
     * @throws EnvironmentFailure when there are none for this platform or root cannot run them
     */
    static PostgresBinaries unpacked() {
        String archive = "/postgres-" + platform() + ".txz";
        String version = PackedVersions.of("postgresql");
        Path entry = CacheFolder.resolve("postgresql", version, "programs");
        Path folder = CacheFolder.once(entry, target -> unpack(archive, target));
        return new PostgresBinaries(version, folder, prefixOnThisMachine());
    }

    /** The command line of one program. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        return system + "-" + machine;
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new EnvironmentFailure("No PostgreSQL programs for this platform were delivered ("
                        + archive.substring(1) + "); use --database containers or --database existing");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(
                            "the archive " + archive + " holds " + entry.getName() + ", which climbs out");
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PROGRAM);
        }
    }

    /**
     * PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does. A namespace for
     * its shared memory lets that go with it even after {@code kill -9}, so both are used wherever the system allows.
     */
    private static List<String> prefixOnThisMachine() {
        List<String> apart = List.of("unshare", "--user", "--ipc");
        try {
            List<String> trial = new ArrayList<>(apart);
            trial.add("true");
            if (succeeds(trial)) {
                return apart;
            }
        } catch (IOException notInstalled) {
            // The same as not allowed.
        }
        if ("root".equals(System.getProperty("user.name"))) {
            throw new EnvironmentFailure("PostgreSQL does not run as root, and 'unshare --user' is not possible here;"
                    + " run Firedrill as an ordinary user, or use --database existing");
        }
        return List.of();
    }

    private static boolean succeeds(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 && said.isEmpty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while user namespaces were tried", stopped);
        }
    }
}
