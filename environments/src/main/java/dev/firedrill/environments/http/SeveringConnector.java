package dev.firedrill.environments.http;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * A port of a server that is closed, with every one of its connections, when the server has stopped, as the kernel does
 * for a killed process. Jetty's own stop forgets connections that are being set up at that moment; whoever holds the
 * other end of one then waits for an answer until its patience is over, long after a new server listens on the port.
 *
 * <p>A thread of its own takes the connections. Jetty interrupts those that it does this with, and a thread that is
 * interrupted while it takes a connection loses it; without such threads, Jetty leaves the port open for a while.
 */
public final class SeveringConnector extends ServerConnector {
    private final BlockingQueue<SocketChannel> arrivals = new LinkedBlockingQueue<>();
    private final Set<SocketChannel> taken = ConcurrentHashMap.newKeySet();
    private @Nullable Thread taker;

    public SeveringConnector(Server server, ConnectionFactory protocol) {
        super(server, 1, 1, protocol);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ServerSocketChannel port = (ServerSocketChannel) getTransport();
        taker = new Thread(() -> take(port), "port-" + getLocalPort());
        taker.setDaemon(true);
        taker.start();
    }

    private void take(ServerSocketChannel port) {
        while (port.isOpen()) {
            try {
                SocketChannel connection = port.accept();
                taken.removeIf(channel -> !channel.isOpen());
                taken.add(connection);
                arrivals.add(connection);
            } catch (IOException endedOrGone) {
                // Either the port was closed, which ends the loop, or a client went before it was taken.
                continue;
            }
        }
    }

    /** Hands Jetty the next connection; called by Jetty's thread for this, again and again. */
    @Override
    public void accept(int acceptor) throws IOException {
        try {
            SocketChannel connection = arrivals.take();
            connection.configureBlocking(false);
            configure(connection.socket());
            getSelectorManager().accept(connection);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void doStop() throws Exception {
        try {
            super.doStop();
        } finally {
            sever();
        }
    }

    private void sever() throws IOException, InterruptedException {
        if (taker != null) {
            taker.join();
        }
        for (SocketChannel connection : taken) {
            connection.close();
        }
        taken.clear();
        arrivals.clear();
    }
}
