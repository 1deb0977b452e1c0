package dev.firedrill.recovery.sets.storage;

import java.io.IOException;
import java.io.OutputStream;

/** What is written into a file. */
@FunctionalInterface
public interface Content {
    /** Writes all of it; the stream is closed by the caller. */
    void writeTo(OutputStream out) throws IOException;

    /** Bytes that are in memory. */
    static Content of(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
