package dev.firedrill.recovery.sets.signature;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Strings with a length before them, as SSH writes them (RFC 4251 §5). */
final class SshWire {
    private SshWire() {}

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] string(byte[] bytes) {
        return concat(ByteBuffer.allocate(4).putInt(bytes.length).array(), bytes);
    }

    static byte[] string(String text) {
        return string(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The next string; an {@link IllegalArgumentException} when it does not end within the buffer. */
    static byte[] next(ByteBuffer buffer) {
        try {
            int length = buffer.getInt();
            if (length < 0 || length > buffer.remaining()) {
                throw new IllegalArgumentException("a length is wrong");
            }
            byte[] bytes = new byte[length];
            buffer.get(bytes);
            return bytes;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends too early", e);
        }
    }

    static String nextText(ByteBuffer buffer) {
        return new String(next(buffer), StandardCharsets.US_ASCII);
    }
}
