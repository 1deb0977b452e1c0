package dev.firedrill.recovery.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One watch of a collection in plain HTTP. Its events are not read: that there was one is all that counts.
 * The client library's own watches read every event and end with the first that is not ASCII where the server, or a proxy
 * before it, does not speak WebSocket (its {@code WatchHTTPManager} in 7.6.1 to 7.8.0).
 */
final class Watch implements AutoCloseable {
    private final Runnable told;
    private final Runnable ended;
    private final CompletableFuture<HttpResponse<AsyncBody>> response;
    private volatile boolean granted;

    /**
     * Asks for a watch from the present state on.
     *
     * @param told runs with everything that the server says, the objects that are there already included
     * @param ended runs once when no more comes: refused, ended by the server, broken, or closed here
     */
    Watch(HttpClient http, URL collection, Runnable told, Runnable ended) {
        this.told = told;
        this.ended = ended;
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(collection + "?watch=true")
                .forStreaming()
                .build();
        response = http.consumeBytes(request, this::more);
        response.whenComplete((answer, failure) -> {
            if (failure != null) {
                ended.run();
            } else {
                follow(answer);
            }
        });
    }

    private void follow(HttpResponse<AsyncBody> answer) {
        granted = answer.isSuccessful();
        answer.body().done().whenComplete((nothing, end) -> ended.run());
        answer.body().consume();
    }

    private void more(List<ByteBuffer> bytes, AsyncBody body) {
        if (granted) {
            told.run();
        }
        body.consume();
    }

    @Override
    public void close() {
        response.cancel(true);
        response.thenAccept(answer -> {
            // A body that is done has given its connection back, and cancelling it would break the request that has
            // that now.
            if (!answer.body().done().isDone()) {
                answer.body().cancel();
            }
        });
    }
}
