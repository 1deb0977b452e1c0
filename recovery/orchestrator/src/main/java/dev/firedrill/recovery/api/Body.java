package dev.firedrill.recovery.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer, sent while it is written: a list of all contents of many repositories is larger than the memory
 * that is left. What is short has a length, as clients expect it.
 */
final class Body extends OutputStream {
    static final int SHORT = 64 * 1024;
    /** What the JDK's server takes for a body of unknown length. */
    private static final int UNKNOWN = 0;

    private final HttpExchange exchange;
    private final int code;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean begun;

    Body(HttpExchange exchange, int code) {
        this.exchange = exchange;
        this.code = code;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!begun && held.size() + length > SHORT) {
            exchange.sendResponseHeaders(code, UNKNOWN);
            begun = true;
            held.writeTo(exchange.getResponseBody());
            held.reset();
        }
        if (begun) {
            exchange.getResponseBody().write(bytes, from, length);
        } else {
            held.write(bytes, from, length);
        }
    }

    /** Ends the answer. */
    @Override
    public void close() throws IOException {
        if (!begun) {
            exchange.sendResponseHeaders(code, held.size());
            held.writeTo(exchange.getResponseBody());
        }
        exchange.getResponseBody().close();
    }
}
