package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.Refused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves Porch's API through the JDK's HTTP server. That reads its limits from the properties of the process and no other
 * way: a process that serves for others sets {@code sun.net.httpserver.maxReqTime} and {@code sun.net.httpserver.nodelay}.
 */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int THREADS = 16;
    private static final int WAITING = 512;

    private final HttpServer server;
    private final ExecutorService workers;
    private final Responder responder;
    private final Authentication authentication;

    private ApiServer(HttpServer server, Responder responder, Authentication authentication) {
        this.server = server;
        this.responder = responder;
        this.authentication = authentication;
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "api-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.workers = pool;
        server.setExecutor(pool);
        server.createContext("/", this::handle);
    }

    /**
     * Starts to serve.
     *
     * @param token the bearer token that clients have to send; without it all are admitted
     * @param answering gets what answers requests and gives what is asked; the identity for the shipped recovery
     * @throws IOException when the address cannot be listened on
     */
    public static ApiServer start(
            InetSocketAddress address,
            PackageEngine engine,
            Pages pages,
            Optional<String> token,
            UnaryOperator<Responder> answering)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ApiServer api = new ApiServer(server, answering.apply(new Router(engine, pages)), new Authentication(token));
        server.start();
        return api;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Ends after what is being answered, at most a second later. */
    @Override
    public void close() {
        server.stop(workers instanceof ThreadPoolExecutor pool && pool.getActiveCount() > 0 ? 1 : 0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.code() == 503) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            MAPPER.writeValue(new Body(exchange, answer.code()), answer.body());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            boolean admitted = Router.isProbe(exchange.getRequestURI().getPath())
                    || authentication.admits(exchange.getRequestHeaders());
            if (!admitted) {
                return Answer.failure(401, "Unauthorized", "the request brings no valid bearer token");
            }
            return responder.answer(Request.read(exchange, authentication.user(exchange.getRequestHeaders())));
        } catch (Refused e) {
            return Answer.refusal(e);
        } catch (RuntimeException e) {
            // The boundary to people: they get a sentence, the log gets the rest.
            LOG.error("a request to {} failed", exchange.getHttpContext().getPath(), e);
            return Answer.failure(500, "InternalError", "the request failed inside of the recovery; its log says why");
        }
    }
}
