package dev.firedrill.environments.link.toxiproxy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A client's connection and the one that the proxy made to the server for it. */
final class Connection {
    private final Socket client;
    private final Socket server;
    private final Consumer<Connection> whenClosed;
    private final AtomicInteger halvesLeft = new AtomicInteger(2);
    private volatile boolean closed;

    Connection(Socket client, Socket server, Consumer<Connection> whenClosed) {
        this.client = client;
        this.server = server;
        this.whenClosed = whenClosed;
    }

    Socket client() {
        return client;
    }

    Socket server() {
        return server;
    }

    boolean isClosed() {
        return closed;
    }

    /** One direction has come to its end; the connection ends with the second. */
    void halfDone() {
        if (halvesLeft.decrementAndGet() <= 0) {
            close();
        }
    }

    /** Ends both sides in order: what was written arrives. */
    void close() {
        closed = true;
        shut(client);
        shut(server);
        whenClosed.accept(this);
    }

    /** Ends both sides with a reset. */
    void reset() {
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (SocketException alreadyClosed) {
            // Then there is nothing to reset.
        }
        close();
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is what it should be.
        }
    }
}
