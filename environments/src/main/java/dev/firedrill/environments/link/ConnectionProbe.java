package dev.firedrill.environments.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What one real connection saw. It sends a line to which every store reacts, with an answer or by hanging up: servers
 * that speak HTTP answer it, servers that speak TLS or PostgreSQL refuse it.
 *
 * @param connected whether the connection was taken
 * @param reaction how the store reacted
 * @param after how long that took, connecting included
 * @param bytes how many bytes came
 * @param ended whether the other side ended the connection
 */
record ConnectionProbe(boolean connected, Reaction reaction, Duration after, long bytes, boolean ended) {
    enum Reaction {
        /** Bytes came. */
        ANSWERED,
        /** The connection ended without any. */
        HUNG_UP,
        /** Nothing happened for as long as was waited. */
        NONE
    }

    private static final String AND_ANOTHER = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final int BUFFER = 4096;
    /** After an answer, this long without more of it is its end. */
    private static final int QUIET_MILLIS = 300;

    /** Tries for at most {@code patience}, connecting and waiting each. */
    static ConnectionProbe on(InetSocketAddress address, Duration patience) {
        return on(address, patience, 1);
    }

    /** As above, asking for {@code answers} answers over the one connection. */
    static ConnectionProbe on(InetSocketAddress address, Duration patience, int answers) {
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.connect(
                    new InetSocketAddress(address.getHostString(), address.getPort()),
                    Math.toIntExact(patience.toMillis()));
            return provoke(socket, start, AND_ANOTHER.repeat(answers - 1) + LAST);
        } catch (IOException refused) {
            return new ConnectionProbe(false, Reaction.NONE, since(start), 0, false);
        }
    }

    private static ConnectionProbe provoke(Socket socket, long start, String provocation) {
        long bytes = 0;
        Duration first = Duration.ZERO;
        boolean ended = true;
        try {
            socket.getOutputStream().write(provocation.getBytes(StandardCharsets.US_ASCII));
            InputStream input = socket.getInputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                first = bytes == 0 ? since(start) : first;
                bytes += count;
                socket.setSoTimeout(QUIET_MILLIS);
            }
        } catch (SocketTimeoutException silent) {
            ended = false;
        } catch (IOException reset) {
            // A reset ends the connection as well.
        }
        if (bytes > 0) {
            return new ConnectionProbe(true, Reaction.ANSWERED, first, bytes, ended);
        }
        return new ConnectionProbe(true, ended ? Reaction.HUNG_UP : Reaction.NONE, since(start), 0, ended);
    }

    boolean reacted() {
        return reaction != Reaction.NONE;
    }

    @Override
    public String toString() {
        String took = after.toNanos() / 100_000 / 10.0 + " ms";
        if (!connected) {
            return "no connection within " + took;
        }
        return switch (reaction) {
            case ANSWERED -> bytes + " bytes, the first after " + took;
            case HUNG_UP -> "hung up after " + took;
            case NONE -> "silence";
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
