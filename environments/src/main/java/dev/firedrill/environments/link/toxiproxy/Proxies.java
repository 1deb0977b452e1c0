package dev.firedrill.environments.link.toxiproxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;

/** All proxies of one server, by name. */
final class Proxies implements AutoCloseable {
    private static final ThreadFactory DAEMONS = work -> {
        Thread thread = new Thread(work, "link");
        thread.setDaemon(true);
        return thread;
    };

    private final Ports ports;
    private final Map<String, TcpProxy> byName = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(DAEMONS);

    /** @param ports where those get theirs from that are asked for without one */
    Proxies(Ports ports) {
        this.ports = ports;
    }

    Collection<TcpProxy> all() {
        return List.copyOf(byName.values());
    }

    TcpProxy get(String name) {
        TcpProxy found = byName.get(name);
        if (found == null) {
            throw BadRequest.notFound("proxy");
        }
        return found;
    }

    synchronized TcpProxy create(JsonNode document) throws IOException {
        String name = required(document, "name");
        if (byName.containsKey(name)) {
            throw BadRequest.conflict("proxy");
        }
        InetSocketAddress listen = Documents.address(document.path("listen").asText("127.0.0.1:0"));
        InetSocketAddress upstream = Documents.address(required(document, "upstream"));
        TcpProxy proxy = new TcpProxy(name, withPort(listen), upstream, DAEMONS, clock);
        if (document.path("enabled").asBoolean(true)) {
            proxy.enable();
        }
        byName.put(name, proxy);
        return proxy;
    }

    /** Where no port is asked for, a free one is chosen once and kept. */
    InetSocketAddress withPort(InetSocketAddress listen) {
        return listen.getPort() == 0 ? new InetSocketAddress(listen.getAddress(), ports.free()) : listen;
    }

    synchronized TcpProxy createOrReplace(JsonNode document) throws IOException {
        TcpProxy present = byName.get(required(document, "name"));
        if (present != null) {
            boolean same = present.listen()
                            .equals(Documents.address(document.path("listen").asText()))
                    && present.upstream()
                            .equals(Documents.address(document.path("upstream").asText()));
            if (same) {
                return present;
            }
            remove(present);
        }
        return create(document);
    }

    synchronized void remove(TcpProxy proxy) throws IOException {
        byName.remove(proxy.name());
        proxy.disable();
    }

    /** What Toxiproxy counts when it is started with {@code -proxy-metrics}, in the form that Prometheus reads. */
    String metrics() {
        return all().stream()
                .flatMap(proxy -> List.of(Stream.values()).stream().map(stream -> metric(proxy, stream)))
                .collect(Collectors.joining("\n", "# TYPE toxiproxy_proxy_received_bytes_total counter\n", "\n"));
    }

    private static String metric(TcpProxy proxy, Stream stream) {
        return "toxiproxy_proxy_received_bytes_total{direction=\"" + stream + "\",listener=\""
                + Documents.write(proxy.listen()) + "\",proxy=\"" + proxy.name() + "\",upstream=\""
                + Documents.write(proxy.upstream()) + "\"} " + proxy.received(stream);
    }

    private static String required(JsonNode document, String field) {
        String value = document.path(field).asText("");
        if (value.isEmpty()) {
            throw new BadRequest("missing required field: " + field);
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        for (TcpProxy proxy : all()) {
            remove(proxy);
        }
    }
}
