package dev.firedrill.environments.link;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The counters that Toxiproxy publishes for Prometheus. */
record Metrics(InetSocketAddress api) {
    private static final int TIMEOUT_MILLIS = 10_000;

    /** How many bytes the server behind a proxy has sent. */
    long bytesFromServer(String proxy) {
        Pattern line = Pattern.compile(
                "^toxiproxy_proxy_received_bytes_total\\{direction=\"downstream\",[^}]*proxy=\"" + Pattern.quote(proxy)
                        + "\"[^}]*} ([0-9.eE+]+)$",
                Pattern.MULTILINE);
        Matcher found = line.matcher(read(proxy));
        if (found.find()) {
            return (long) Double.parseDouble(found.group(1));
        }
        throw new EnvironmentFailure("The proxy at " + api + " keeps no count of the link " + proxy
                + "; start Toxiproxy with -proxy-metrics, and let something pass first");
    }

    private String read(String proxy) {
        try {
            URLConnection connection = URI.create("http://" + api.getHostString() + ":" + api.getPort() + "/metrics")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unavailable) {
            throw new EnvironmentFailure(
                    "The proxy at " + api + " does not tell what passed over the link " + proxy + ": "
                            + unavailable.getMessage() + "; start Toxiproxy with -proxy-metrics",
                    unavailable);
        }
    }
}
