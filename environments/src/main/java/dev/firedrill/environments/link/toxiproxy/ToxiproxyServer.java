package dev.firedrill.environments.link.toxiproxy;

import dev.firedrill.environments.process.Ports;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The embedded stand-in for Toxiproxy: proxies inside the harness, and Toxiproxy's HTTP API on a port of 127.0.0.1 to
 * rule them. Closing ends the API, every proxy and every connection.
 */
public final class ToxiproxyServer implements AutoCloseable {
    /** What the API answers to the question for its version; a stand-in must not pass for the product. */
    public static final String VERSION = "firedrill-stand-in";

    private static final int THREADS = 6;
    private static final int SERVER_ERROR = 500;

    private final Server server;
    private final InetSocketAddress address;
    private final Proxies proxies;

    private ToxiproxyServer(Server server, InetSocketAddress address, Proxies proxies) {
        this.server = server;
        this.address = address;
        this.proxies = proxies;
    }

    /**
     * Opens the API on a free port.
     *
     * @param ports where proxies get theirs from that are asked for without one
     * @throws EnvironmentFailure when no port can be opened
     */
    public static ToxiproxyServer open(Ports ports) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
        threads.setName("links");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setStopTimeout(0);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        Proxies proxies = new Proxies(ports);
        server.setHandler(new ToxiproxyHandler(new Api(proxies)));
        try {
            connector.open();
        } catch (IOException refused) {
            throw new EnvironmentFailure("No port could be opened for the links: " + refused.getMessage(), refused);
        }
        LifeCycle.start(server);
        return new ToxiproxyServer(server, new InetSocketAddress("127.0.0.1", connector.getLocalPort()), proxies);
    }

    /** Where the API listens. */
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        try {
            proxies.close();
        } catch (IOException refused) {
            throw new EnvironmentFailure("A link could not be closed: " + refused.getMessage(), refused);
        }
    }

    private static final class ToxiproxyHandler extends Handler.Abstract {
        private final Api api;

        ToxiproxyHandler(Api api) {
            this.api = api;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            String body = Content.Source.asString(request, StandardCharsets.UTF_8);
            String path = Request.getPathInContext(request);
            List<String> segments = List.of(path.replaceAll("^/+|/+$", "").split("/"));
            Api.HttpAnswer answer = answer(request.getMethod(), segments, body);
            response.setStatus(answer.status());
            boolean text = answer.body() instanceof String;
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, text ? "text/plain" : "application/json");
            Content.Sink.write(response, true, answer.body().toString(), callback);
            return true;
        }

        private Api.HttpAnswer answer(String method, List<String> path, String body) {
            try {
                return api.answer(method, path, body);
            } catch (BadRequest refused) {
                return error(refused.status(), refused.getMessage());
            } catch (IOException failed) {
                return error(SERVER_ERROR, failed.getMessage());
            }
        }

        private static Api.HttpAnswer error(int status, String message) {
            return new Api.HttpAnswer(
                    status,
                    Documents.JSON.createObjectNode().put("error", message).put("status", status));
        }
    }
}
