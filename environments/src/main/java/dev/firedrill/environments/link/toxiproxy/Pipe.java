package dev.firedrill.environments.link.toxiproxy;

import dev.firedrill.environments.link.toxiproxy.Toxic.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * One direction of one connection: a reader that stamps what comes, and a writer that lets the toxics have their way
 * with it. They are apart so that a delay holds back each piece and not the rate. As long as no toxic has ever been in
 * the way, the reader writes by itself: most connections are never disturbed, and the second thread costs more than all
 * that they carry.
 */
final class Pipe {
    private static final int PIECE_BYTES = 32 * 1024;
    private static final int PIECES_UNDER_WAY = 256;
    private static final Piece END = new Piece(new byte[0], 0);
    private static final int INSTALMENTS_A_SECOND = 10;

    private record Piece(byte[] data, long readAt) {}

    private final Connection connection;
    private final Socket from;
    private final Socket to;
    private final Stream stream;
    private final Toxics toxics;
    private final LongAdder received;
    private final Consumer<Runnable> beside;
    private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(PIECES_UNDER_WAY);
    private final Map<String, Long> passedByLimit = new HashMap<>();
    private boolean writing;

    /** @param beside runs work on another thread */
    Pipe(
            Connection connection,
            Socket from,
            Socket to,
            Stream stream,
            Toxics toxics,
            LongAdder received,
            Consumer<Runnable> beside) {
        this.connection = connection;
        this.from = from;
        this.to = to;
        this.stream = stream;
        this.toxics = toxics;
        this.received = received;
        this.beside = beside;
    }

    /** Lets through what comes until the sender ends. */
    void run() {
        try {
            read();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        byte[] buffer = new byte[PIECE_BYTES];
        for (int count = next(buffer); count >= 0; count = next(buffer)) {
            received.add(count);
            if (writing || !toxics.of(stream).isEmpty()) {
                handOver(new Piece(Arrays.copyOf(buffer, count), System.nanoTime()));
            } else if (!forward(buffer, count)) {
                return;
            }
        }
        if (writing) {
            handOver(END);
        } else {
            end();
        }
    }

    /** Reads a piece; negative when the sender has ended, of which the other side learns by the end of the data. */
    private int next(byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException ended) {
            return -1;
        }
    }

    /** Writes at once; false when the receiver has gone, and the connection with it. */
    private boolean forward(byte[] data, int count) {
        try {
            to.getOutputStream().write(data, 0, count);
            return true;
        } catch (IOException gone) {
            connection.close();
            return false;
        }
    }

    /** Nobody takes pieces of a connection that has ended. */
    private void handOver(Piece piece) throws InterruptedException {
        if (!writing) {
            writing = true;
            beside.accept(this::write);
        }
        boolean taken = false;
        while (!taken && !(connection.isClosed() && underWay.remainingCapacity() == 0)) {
            taken = underWay.offer(piece, 1, TimeUnit.SECONDS);
        }
    }

    /** Writes what was read, as the toxics let it. */
    private void write() {
        try {
            for (Piece piece = underWay.take(); piece != END; piece = underWay.take()) {
                pass(piece);
            }
            end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            connection.close();
        }
    }

    /** Ends this direction; the other one may go on. */
    private void end() throws InterruptedException {
        for (Toxic toxic : toxics.of(stream)) {
            if (toxic.is(Kind.SLOW_CLOSE)) {
                pause(toxic, System.nanoTime() + millis(toxic.attribute("delay")));
            }
        }
        try {
            if (!to.isOutputShutdown()) {
                to.shutdownOutput();
            }
        } catch (IOException gone) {
            connection.close();
        }
        connection.halfDone();
    }

    private void pass(Piece piece) throws IOException, InterruptedException {
        byte[] data = piece.data();
        boolean last = false;
        Pace pace = Pace.UNHURRIED;
        for (Toxic toxic : toxics.of(stream)) {
            switch (toxic.kind()) {
                case TIMEOUT -> data = new byte[0];
                case LATENCY -> pause(toxic, piece.readAt() + millis(toxic.attribute("latency")));
                case RESET_PEER -> {
                    reset(toxic);
                    return;
                }
                case LIMIT_DATA -> {
                    data = limited(toxic, data);
                    last |= isSpent(toxic);
                }
                case BANDWIDTH -> pace = pace.slower(rate(toxic));
                case SLICER -> pace = pace.slower(slices(toxic));
                case SLOW_CLOSE -> {
                    // Has its say at the end.
                }
            }
        }
        write(data, pace);
        if (last) {
            connection.close();
        }
    }

    private void write(byte[] data, Pace pace) throws IOException, InterruptedException {
        OutputStream output = to.getOutputStream();
        int done = 0;
        while (done < data.length) {
            int size = Math.min(pace.size(), data.length - done);
            output.write(data, done, size);
            done += size;
            long pause = pace.pauseFor(size);
            if (pause > 0) {
                toxics.pauseUntil(System.nanoTime() + pause, () -> toxics.has(pace.reason()) && !connection.isClosed());
            }
        }
        output.flush();
    }

    private byte[] limited(Toxic toxic, byte[] data) {
        long passed = passedByLimit.getOrDefault(toxic.name(), 0L);
        int allowed = (int) Math.max(0, Math.min(data.length, toxic.attribute("bytes") - passed));
        passedByLimit.put(toxic.name(), passed + allowed);
        return Arrays.copyOf(data, allowed);
    }

    private boolean isSpent(Toxic toxic) {
        return passedByLimit.getOrDefault(toxic.name(), 0L) >= toxic.attribute("bytes");
    }

    private void reset(Toxic toxic) throws InterruptedException {
        pause(toxic, System.nanoTime() + millis(toxic.attribute("timeout")));
        connection.reset();
    }

    private void pause(Toxic toxic, long deadline) throws InterruptedException {
        toxics.pauseUntil(deadline, () -> toxics.has(toxic) && !connection.isClosed());
    }

    private static Pace rate(Toxic toxic) {
        long bytesASecond = Math.max(1, toxic.attribute("rate") * 1024);
        int size = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytesASecond / INSTALMENTS_A_SECOND));
        return new Pace(toxic, size, TimeUnit.SECONDS.toNanos(1) / (double) bytesASecond, 0);
    }

    private static Pace slices(Toxic toxic) {
        int size = (int) Math.max(1, toxic.attribute("average_size"));
        return new Pace(toxic, size, 0, TimeUnit.MICROSECONDS.toNanos(toxic.attribute("delay")));
    }

    private static long millis(long value) {
        return TimeUnit.MILLISECONDS.toNanos(value);
    }
}
