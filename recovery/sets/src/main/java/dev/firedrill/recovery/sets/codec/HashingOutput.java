package dev.firedrill.recovery.sets.codec;

import dev.firedrill.recovery.sets.format.Hashes;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what passes. */
final class HashingOutput extends FilterOutputStream {
    private final MessageDigest digest = Hashes.sha256();
    private long count;

    HashingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        count += length;
    }

    long count() {
        return count;
    }

    /** The hash of all of it; to be asked once. */
    String hash() {
        return Hashes.text(digest);
    }
}
