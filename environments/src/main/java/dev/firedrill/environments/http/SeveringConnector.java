package dev.firedrill.environments.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A port of a server that ends every one of its connections when it stops, as the kernel does for a killed process.
 * Jetty's own stop forgets a connection that is being set up at that moment; the client at the other end of it then
 * waits for an answer until its patience is over, long after a new server listens on the same port.
 */
public final class SeveringConnector extends ServerConnector {
    private final Set<Socket> accepted = ConcurrentHashMap.newKeySet();
    private volatile boolean severed;

    public SeveringConnector(Server server, ConnectionFactory protocol) {
        // Its selector takes the connections: Jetty interrupts threads that do nothing else, and a thread that is
        // interrupted while it takes a connection loses it.
        super(server, 0, 1, protocol);
    }

    @Override
    protected void doStart() throws Exception {
        severed = false;
        super.doStart();
    }

    @Override
    protected void configure(Socket socket) {
        super.configure(socket);
        accepted.removeIf(Socket::isClosed);
        accepted.add(socket);
        if (severed) {
            sever(socket);
        }
    }

    @Override
    protected void doStop() throws Exception {
        try {
            super.doStop();
        } finally {
            severed = true;
            accepted.forEach(SeveringConnector::sever);
            accepted.clear();
        }
    }

    private static void sever(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a connection of " + socket + " could not be closed", e);
        }
    }
}
