package dev.firedrill.environments.postgres.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32C;

/**
 * Gives a data directory at rest an identity of its own, as {@code initdb} would have: a cluster that was lost and made
 * again is another cluster, and the log of one is refused by the other. Milliseconds instead of another {@code initdb}.
 */
final class SystemIdentifier {
    private static final int SHORTEST_CONTROL = 128;
    private static final int LONGEST_CONTROL = 512;
    /** Where the first page of a log segment keeps the identity, and the flag that says that it does. */
    private static final int LOG_IDENTITY = 24;

    private static final int LOG_FLAGS = 2;
    private static final int LOG_HAS_IDENTITY = 0x0002;

    private SystemIdentifier() {}

    /** Replaces the identity in the control file and in every log segment. */
    static void renew(Path data) throws IOException {
        // PostgreSQL's own recipe: the time, made unique within it.
        long identity = (System.currentTimeMillis() / 1000) << 32
                | ThreadLocalRandom.current().nextLong(1L << 32);
        long old = renewControl(data.resolve("global").resolve("pg_control"), identity);
        try (DirectoryStream<Path> segments = Files.newDirectoryStream(data.resolve("pg_wal"), "[0-9A-F]*[0-9A-F]")) {
            for (Path segment : segments) {
                renewSegment(segment, old, identity);
            }
        }
    }

    private static long renewControl(Path file, long identity) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ByteBuffer control = ByteBuffer.wrap(content).order(ByteOrder.nativeOrder());
        int checksum = checksumOffset(control, file);
        long old = control.getLong(0);
        control.putLong(0, identity);
        control.putInt(checksum, checksumUpTo(content, checksum));
        Files.write(file, content);
        return old;
    }

    /** The checksum ends the control data, whose length differs between versions; it is where it is right. */
    private static int checksumOffset(ByteBuffer control, Path file) throws IOException {
        for (int offset = SHORTEST_CONTROL; offset <= LONGEST_CONTROL; offset += Integer.BYTES) {
            if (checksumUpTo(control.array(), offset) == control.getInt(offset)) {
                return offset;
            }
        }
        throw new IOException(file + " is not the control file of a PostgreSQL that is known here");
    }

    private static int checksumUpTo(byte[] content, int end) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, 0, end);
        return (int) checksum.getValue();
    }

    private static void renewSegment(Path segment, long old, long identity) throws IOException {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(LOG_IDENTITY + Long.BYTES).order(ByteOrder.nativeOrder());
            channel.read(header, 0);
            boolean hasIdentity = (header.getShort(LOG_FLAGS) & LOG_HAS_IDENTITY) != 0;
            if (hasIdentity && header.getLong(LOG_IDENTITY) == old) {
                header.putLong(LOG_IDENTITY, identity);
                channel.write(header.slice(LOG_IDENTITY, Long.BYTES), LOG_IDENTITY);
            }
        }
    }
}
