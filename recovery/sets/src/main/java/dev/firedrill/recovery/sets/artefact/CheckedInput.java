package dev.firedrill.recovery.sets.artefact;

import dev.firedrill.recovery.sets.format.Hashes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Fails where an end is reached that is not the recorded one. */
final class CheckedInput extends FilterInputStream {
    private final MessageDigest digest = Hashes.sha256();
    private final long size;
    private final String hash;
    private final String file;
    private long count;
    private boolean ended;

    CheckedInput(InputStream in, long size, String hash, String file) {
        super(in);
        this.size = size;
        this.hash = hash;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            digest.update(bytes, offset, read);
            count += read;
        } else if (read < 0 && !ended) {
            ended = true;
            if (count != size || !Hashes.text(digest).equals(hash)) {
                throw new IOException(file + " is not what was verified: it changed meanwhile");
            }
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException("what is skipped is not checked");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
