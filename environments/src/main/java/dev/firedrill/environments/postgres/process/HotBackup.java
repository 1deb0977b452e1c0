package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.Login;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A base backup of a server that goes on writing, by PostgreSQL's own protocol for it. */
final class HotBackup {
    private static final Set<String> NOT_COPIED = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private HotBackup() {}

    /**
     * Copies the data directory while it is in use. The log written meanwhile must reach the archive before the copy
     * can be used.
     *
     * @param target a directory that does not exist
     */
    static void take(Connection connection, Path data, Path target) throws SQLException, IOException {
        Login.execute(connection, "SELECT pg_backup_start('firedrill', true)");
        copy(data, target);
        // The log is waited for elsewhere; letting PostgreSQL wait for it costs a second.
        try (Statement statement = connection.createStatement();
                ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
            label.next();
            Files.writeString(target.resolve("backup_label"), label.getString(1));
        }
    }

    private static void copy(Path data, Path target) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(
                        target.resolve(data.relativize(folder)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                boolean contentIsNotCopied =
                        NOT_COPIED.contains(data.relativize(folder).toString());
                return contentIsNotCopied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = data.relativize(file);
                if (!NOT_COPIED.contains(relative.toString()) && !isLog(relative)) {
                    copyWhatIsThere(file, target.resolve(relative));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Segments come from the archive; the history of timelines is small and comes along. */
    private static boolean isLog(Path relative) {
        return relative.startsWith("pg_wal") && !relative.toString().endsWith(".history");
    }

    /** A file may vanish or shrink meanwhile; the log makes up for both. */
    private static void copyWhatIsThere(Path file, Path copy) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            from.transferTo(0, from.size(), to);
        } catch (NoSuchFileException vanished) {
            Files.deleteIfExists(copy);
        }
    }
}
