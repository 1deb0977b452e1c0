package dev.firedrill.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A watch in progress, event by event. */
final class RawWatch implements AutoCloseable {
    private static final long LIMIT_SECONDS = 20;
    /** How long a watch must be silent to count as silent. */
    private static final long SILENCE_MILLIS = 300;

    private final InputStream stream;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    RawWatch(int status, InputStream stream) {
        this.stream = stream;
        assertThat(status).as("status of the watch").isEqualTo(200);
        Thread reader = new Thread(this::read, "watch");
        reader.setDaemon(true);
        reader.start();
    }

    /** Requires the next event to be of this type and returns its object. */
    JsonNode next(String type) {
        JsonNode event = take();
        assertThat(event.path("type").asText()).as(event.toString()).isEqualTo(type);
        return event.path("object");
    }

    /** Requires the next event to be of this type and about the object of this name. */
    JsonNode next(String type, String name) {
        JsonNode object = next(type);
        assertThat(object.at("/metadata/name").asText()).isEqualTo(name);
        return object;
    }

    /** Requires that no event comes for a moment. */
    void silent() {
        assertThat(poll(SILENCE_MILLIS)).isNull();
    }

    /** Requires the server to end the watch, whatever it still has to say. */
    void ends() throws InterruptedException {
        assertThat(ended.await(LIMIT_SECONDS, TimeUnit.SECONDS))
                .as("the watch ended")
                .isTrue();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private JsonNode take() {
        JsonNode event = poll(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(event).as("the next event of the watch").isNotNull();
        return event;
    }

    private JsonNode poll(long millis) {
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private void read() {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(mapper.readTree(line));
            }
        } catch (IOException cut) {
            // A server that dies cuts the stream: the watch has ended, which is all there is to know.
        } finally {
            ended.countDown();
        }
    }
}
