package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectChange;
import dev.firedrill.environments.kubernetes.inprocess.store.StoreListener;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * One watcher's connection. Events queue up here and are written when the connection takes them; no thread waits for that,
 * so that any number of watchers costs nothing while nothing happens.
 */
final class WatchStream extends IteratingCallback implements StoreListener {
    // A watcher that reads nothing while so much happens is better off starting again.
    private static final int MOST_PENDING = 100_000;
    private static final int CHUNK = 64 * 1024;

    private final WatchEvents events;
    private final long beyond;
    private final Response response;
    private final Callback callback;
    private final Executor executor;
    private final Consumer<WatchStream> whenOver;
    private final Queue<ObjectNode> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile boolean ending;
    private boolean begun;
    private boolean finished;

    /**
     * A stream to {@code response} that tells of what happens beyond the revision {@code beyond}.
     *
     * @param whenOver is told once when the stream is over, for whatever reason
     */
    WatchStream(
            WatchEvents events,
            long beyond,
            Response response,
            Callback callback,
            Executor executor,
            Consumer<WatchStream> whenOver) {
        this.events = events;
        this.beyond = beyond;
        this.response = response;
        this.callback = callback;
        this.executor = executor;
        this.whenOver = whenOver;
    }

    @Override
    public void changed(ObjectChange change) {
        if (change.revision() > beyond) {
            events.of(change).ifPresent(this::send);
        }
    }

    @Override
    public void cutOff() {
        // The store is locked while it says this.
        executor.execute(this::hangUp);
    }

    /** Tells the watcher of {@code event} as soon as it can take it. */
    void send(ObjectNode event) {
        if (waiting.incrementAndGet() > MOST_PENDING) {
            cutOff();
            return;
        }
        pending.add(event);
        flush();
    }

    /** Writes what is waiting, and the head of the response if nothing is. */
    void flush() {
        if (called.compareAndSet(false, true)) {
            executor.execute(() -> {
                called.set(false);
                iterate();
            });
        }
    }

    /** Ends the response in good order once everything that waits is written. */
    void end() {
        ending = true;
        flush();
    }

    /** Ends the connection at once, as a server does that dies. */
    void hangUp() {
        pending.clear();
        response.getRequest()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
        abort(new EofException("the server has gone away"));
    }

    @Override
    protected Action process() {
        if (finished) {
            return Action.SUCCEEDED;
        }
        boolean last = ending;
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        while (chunk.size() < CHUNK && !pending.isEmpty()) {
            chunk.writeBytes(Json.bytes(pending.remove()));
            chunk.write('\n');
            waiting.decrementAndGet();
        }
        last &= pending.isEmpty();
        if (chunk.size() == 0 && begun && !last) {
            return Action.IDLE;
        }
        begun = true;
        finished = last;
        response.write(last, ByteBuffer.wrap(chunk.toByteArray()), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        whenOver.accept(this);
        callback.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        whenOver.accept(this);
        callback.failed(cause);
    }
}
