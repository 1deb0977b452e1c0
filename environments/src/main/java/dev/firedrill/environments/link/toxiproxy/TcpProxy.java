package dev.firedrill.environments.link.toxiproxy;

import dev.firedrill.environments.link.toxiproxy.Toxic.Kind;
import dev.firedrill.environments.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One proxy: a port, where it leads, its toxics and the connections under way. */
final class TcpProxy {
    private static final int BACKLOG = 128;
    private static final int CONNECT_MILLIS = 10_000;

    private final String name;
    private final ThreadFactory threads;
    private final ScheduledExecutorService clock;
    private final Toxics toxics = new Toxics();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Map<Stream, LongAdder> received = new EnumMap<>(Stream.class);
    private InetSocketAddress listen;
    private InetSocketAddress upstream;
    private @Nullable ServerSocket socket;
    private @Nullable Thread acceptor;

    TcpProxy(
            String name,
            InetSocketAddress listen,
            InetSocketAddress upstream,
            ThreadFactory threads,
            ScheduledExecutorService clock) {
        this.name = name;
        this.listen = listen;
        this.upstream = upstream;
        this.threads = threads;
        this.clock = clock;
        for (Stream stream : Stream.values()) {
            received.put(stream, new LongAdder());
        }
    }

    String name() {
        return name;
    }

    synchronized InetSocketAddress listen() {
        return listen;
    }

    synchronized InetSocketAddress upstream() {
        return upstream;
    }

    synchronized boolean isEnabled() {
        return socket != null;
    }

    Toxics toxics() {
        return toxics;
    }

    long received(Stream stream) {
        return Objects.requireNonNull(received.get(stream)).sum();
    }

    /** Opens the port; harmless when it is open. */
    synchronized void enable() throws IOException {
        if (socket != null) {
            return;
        }
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        Ports.open(() -> opened.bind(listen, BACKLOG));
        socket = opened;
        acceptor = threads.newThread(() -> accept(opened));
        acceptor.start();
    }

    /** Closes the port and ends every connection; harmless when it is closed. */
    synchronized void disable() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
            awaitAcceptor();
        }
        endConnections();
    }

    /** The system keeps the port open for as long as a thread still waits at it, closed or not. */
    private void awaitAcceptor() throws IOException {
        try {
            if (acceptor != null) {
                acceptor.join(CONNECT_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the port of " + name + " was closed", stopped);
        }
    }

    /** Leads new connections elsewhere, or listens elsewhere; present connections end. */
    synchronized void move(InetSocketAddress newListen, InetSocketAddress newUpstream) throws IOException {
        if (newListen.equals(listen) && newUpstream.equals(upstream)) {
            return;
        }
        boolean enabled = isEnabled();
        disable();
        listen = newListen;
        upstream = newUpstream;
        if (enabled) {
            enable();
        }
    }

    void add(Toxic toxic) {
        toxics.add(toxic);
        connections.forEach(connection -> armTimeout(toxic, connection));
    }

    void replace(Toxic toxic) {
        toxics.replace(toxic);
        connections.forEach(connection -> armTimeout(toxic, connection));
    }

    void remove(String toxic) {
        afterwards(Set.of(toxics.remove(toxic)));
    }

    void removeAll() {
        afterwards(toxics.clear());
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                threads.newThread(() -> connect(client)).start();
            } catch (IOException closed) {
                // Closing the port is how this loop is meant to end.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        Connection connection = new Connection(client, server, connections::remove);
        connections.add(connection);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(upstream(), CONNECT_MILLIS);
        } catch (IOException refused) {
            connection.close();
            return;
        }
        if (!isEnabled()) {
            connection.close();
            return;
        }
        toxics.all().forEach(toxic -> armTimeout(toxic, connection));
        Pipe downstream = pipe(connection, server, client, Stream.DOWNSTREAM);
        threads.newThread(downstream::run).start();
        pipe(connection, client, server, Stream.UPSTREAM).run();
    }

    private Pipe pipe(Connection connection, Socket from, Socket to, Stream stream) {
        LongAdder counter = Objects.requireNonNull(received.get(stream));
        return new Pipe(
                connection,
                from,
                to,
                stream,
                toxics,
                counter,
                work -> threads.newThread(work).start());
    }

    private void armTimeout(Toxic toxic, Connection connection) {
        long timeout = toxic.attribute("timeout");
        if (toxic.is(Kind.TIMEOUT) && toxic.toxicity() == 1 && timeout > 0) {
            clock.schedule(() -> endIfStill(toxic, connection), timeout, TimeUnit.MILLISECONDS);
        }
    }

    private void endIfStill(Toxic toxic, Connection connection) {
        if (toxics.has(toxic)) {
            connection.close();
        }
    }

    /** What a timeout swallowed is missing for good, so its connections cannot go on; Toxiproxy ends them as well. */
    private void afterwards(Collection<Toxic> removed) {
        if (removed.stream().anyMatch(toxic -> toxic.is(Kind.TIMEOUT) && toxic.toxicity() == 1)) {
            endConnections();
        }
    }

    private void endConnections() {
        connections.forEach(Connection::close);
        toxics.wake();
    }
}
