package dev.firedrill.environments.kubernetes.inprocess;

import dev.firedrill.environments.http.SeveringConnector;
import dev.firedrill.environments.kubernetes.inprocess.kind.Registry;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves a store over HTTP on a free port of the local machine, to clients with the token. */
final class ApiServer implements AutoCloseable {
    private static final int MOST_THREADS = 32;
    private static final int LEAST_THREADS = 2;

    private final Server server;
    private final ServerConnector connector;
    private final Watches watches;

    private ApiServer(Server server, ServerConnector connector, Watches watches) {
        this.server = server;
        this.connector = connector;
        this.watches = watches;
    }

    static ApiServer start(ResourceStore store, String token) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("in-process-control-plane");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        ServerConnector connector = new SeveringConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setIdleTimeout(Duration.ofMinutes(10).toMillis());
        server.addConnector(connector);

        // Nothing is left to do for a server that is closed.
        Executor executor = task -> {
            if (threads.isRunning()) {
                threads.execute(task);
            }
        };
        Registry registry = new Registry(store);
        new CrdFinalizer(store, executor).begin();
        Watches watches = new Watches(store, executor, server.getScheduler());
        server.setHandler(new ApiHandler(token, registry, new RequestDispatcher(store), watches));
        server.setErrorHandler(ApiServer::answerError);
        server.setStopTimeout(0);
        LifeCycle.start(server);
        return new ApiServer(server, connector, watches);
    }

    InetSocketAddress endpoint() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    }

    @Override
    public void close() {
        watches.hangUp();
        LifeCycle.stop(server);
    }

    /** What Jetty itself refuses, and what fails in here, is told in the form of the API and without its inner side. */
    private static boolean answerError(Request request, Response response, Callback callback) {
        int code = response.getStatus();
        StatusError error = code == 400
                ? StatusError.badRequest("the request is not well-formed")
                : StatusError.internal("the request could not be served");
        response.setStatus(error.code());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(Json.bytes(error.toStatus())), callback);
        return true;
    }
}
