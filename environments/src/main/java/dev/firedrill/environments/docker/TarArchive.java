package dev.firedrill.environments.docker;

import dev.firedrill.model.EnvironmentFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Tars as the engine takes them: what a container is given before its start. */
public final class TarArchive {
    private static final int ONLY_OWNER = 0100600;

    private TarArchive() {}

    /** A tar of one file that only root can read. */
    public static InputStream file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return tar(out -> {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(bytes.length);
            entry.setMode(ONLY_OWNER);
            out.putArchiveEntry(entry);
            out.write(bytes);
            out.closeArchiveEntry();
        });
    }

    /** The entries of a tar file moved into a folder, owners and modes as they were. Sockets are left out. */
    public static InputStream inside(String folder, Path file) {
        return tar(out -> {
            TarArchiveEntry above = new TarArchiveEntry(folder + "/");
            above.setMode(TarArchiveEntry.DEFAULT_DIR_MODE);
            out.putArchiveEntry(above);
            out.closeArchiveEntry();
            try (InputStream raw = Files.newInputStream(file);
                    TarArchiveInputStream in = new TarArchiveInputStream(raw)) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    entry.setName(folder + "/" + entry.getName());
                    out.putArchiveEntry(entry);
                    in.transferTo(out);
                    out.closeArchiveEntry();
                }
            }
        });
    }

    @FunctionalInterface
    private interface Filling {
        void into(TarArchiveOutputStream out) throws IOException;
    }

    private static InputStream tar(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            filling.into(out);
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    "What belongs into a container could not be packed: " + unreadable.getMessage(), unreadable);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
