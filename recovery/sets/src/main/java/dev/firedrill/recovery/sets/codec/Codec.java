package dev.firedrill.recovery.sets.codec;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.storage.Content;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Compresses, then encrypts, then hashes what is stored, so that verifying needs no key. */
public final class Codec {
    private static final int LEVEL = 1;
    private static final int BUFFER = 1 << 16;
    private static final String ENCRYPTED = ".age";

    private Codec() {}

    /** What a stored file's name ends with. */
    public static String suffix(Compression compression, boolean encrypted) {
        return compression.suffix() + (encrypted ? ENCRYPTED : "");
    }

    /** Writes content, encoded, to {@code target}, which stays open. */
    public static Encoded encode(Content content, Compression compression, Recipients recipients, OutputStream target)
            throws IOException {
        HashingOutput stored = new HashingOutput(new Uncloseable(target));
        OutputStream out = recipients.encrypts() ? recipients.encrypting(stored) : stored;
        // The format's library takes whole buffers only at a good speed.
        out = new BufferedOutputStream(out, BUFFER);
        if (compression == Compression.ZSTD) {
            out = new ZstdOutputStream(out, LEVEL).setChecksum(true);
        }
        HashingOutput plain = new HashingOutput(out);
        content.writeTo(plain);
        plain.close();
        return new Encoded(stored.count(), stored.hash(), plain.count(), plain.hash());
    }

    /**
     * The plain bytes of a stored stream.
     *
     * @throws IOException when no key opens it, or it is damaged
     */
    public static InputStream decode(InputStream stored, Compression compression, boolean encrypted, Identities keys)
            throws IOException {
        InputStream in = encrypted ? keys.decrypting(stored) : stored;
        return compression == Compression.ZSTD ? new ZstdInputStream(in) : in;
    }

    private static final class Uncloseable extends FilterOutputStream {
        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
