package dev.firedrill.environments.kubernetes.apiserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param body the text of the answer, of an error too
 */
record ApiServerAnswer(int status, String body) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Asks a local server, past any proxy. */
    static ApiServerAnswer get(URI address, Consumer<HttpURLConnection> preparation) throws IOException {
        return read(connect(address, preparation));
    }

    /** Posts JSON to a local server, past any proxy. */
    static ApiServerAnswer post(URI address, String json, Consumer<HttpURLConnection> preparation) throws IOException {
        HttpURLConnection connection = connect(address, preparation);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return read(connection);
    }

    private static HttpURLConnection connect(URI address, Consumer<HttpURLConnection> preparation) throws IOException {
        URL url = address.toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) LIMIT.toMillis());
        connection.setReadTimeout((int) LIMIT.toMillis());
        preparation.accept(connection);
        return connection;
    }

    private static ApiServerAnswer read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new ApiServerAnswer(
                    status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
