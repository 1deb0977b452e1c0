package dev.firedrill.proof.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a line of the recovery calls, in a process whose classes {@link LineProbes} has written: it notes in a file that the
 * line was reached. The file is in memory that several processes share, and outlives one that is killed.
 */
public final class LineProbe {
    private static final ByteBuffer REACHED = map();

    private LineProbe() {}

    /** The line of this number was reached. */
    public static void reached(int number) {
        REACHED.put(number, (byte) 1);
    }

    private static ByteBuffer map() {
        // The first entry of the class path is the folder in which the callers of this class lie.
        String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator);
        Path file = Path.of(classPath[0]).resolve(LineProbes.REACHED);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, channel.size());
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
