package dev.firedrill.conformance.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A client's connection through a link under test. */
public final class LinkClient implements AutoCloseable {
    private static final int GIVE_UP_MILLIS = 5000;

    private final Socket socket = new Socket();

    public LinkClient(InetSocketAddress address) throws IOException {
        socket.connect(address, GIVE_UP_MILLIS);
        socket.setSoTimeout(GIVE_UP_MILLIS);
    }

    /** Gives up waiting for data after {@code patience}. */
    public LinkClient patient(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        return this;
    }

    public LinkClient send(int bytes) throws IOException {
        socket.getOutputStream().write(new byte[bytes]);
        return this;
    }

    /** No more will be sent. */
    public LinkClient done() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Reads exactly so many bytes, or fewer when the connection ends before. */
    public int receive(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes).length;
    }

    /** Reads one piece, of whatever size it comes. */
    public int piece() throws IOException {
        return socket.getInputStream().read(new byte[64 * 1024]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
