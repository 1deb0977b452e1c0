package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.Registry;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiPath;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.Credentials;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.request.Query;
import dev.firedrill.environments.kubernetes.inprocess.request.Reply;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Takes a request in, finds out what it wants, has it done and answers. */
final class ApiHandler extends Handler.Abstract {
    private static final int MOST_BYTES = 3 * 1024 * 1024;
    private static final Set<String> OPEN_TO_ALL = Set.of("healthz", "livez", "readyz", "version");
    private static final List<String> HEALTH = List.of("healthz", "livez", "readyz");

    private final Credentials credentials;
    private final Registry registry;
    private final Discovery discovery;
    private final RequestDispatcher verbs;
    private final Watches watches;

    ApiHandler(String token, Registry registry, RequestDispatcher verbs, Watches watches) {
        this.credentials = new Credentials(token);
        this.registry = registry;
        this.discovery = new Discovery(registry);
        this.verbs = verbs;
        this.watches = watches;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        try {
            serve(request, response, callback);
        } catch (StatusError refusal) {
            answer(response, callback, refusal.code(), refusal.toStatus());
        }
        return true;
    }

    private void serve(Request request, Response response, Callback callback) throws IOException {
        List<String> segments = ApiPath.segments(request.getHttpURI().getPath());
        String first = segments.isEmpty() ? "" : segments.get(0);
        if (!OPEN_TO_ALL.contains(first)) {
            credentials.demand(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        }
        if (HEALTH.contains(first)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.write(true, ByteBuffer.wrap("ok".getBytes(StandardCharsets.UTF_8)), callback);
            return;
        }
        checkAccepted(request);
        Optional<ApiPath> path = ApiPath.parse(segments);
        if (path.isEmpty()) {
            Optional<ObjectNode> found = segments.isEmpty() ? Optional.empty() : discovery.at(segments);
            answer(response, callback, 200, found.orElseThrow(StatusError::noSuchPath));
            return;
        }
        ApiRequest call = call(request, path.get());
        if (isWatch(call)) {
            openWatch(call, request, response, callback);
            return;
        }
        Reply reply = verbs.perform(call);
        answer(response, callback, reply.code(), reply.body());
    }

    private static void checkAccepted(Request request) {
        List<String> accepted = request.getHeaders().getValuesList(HttpHeader.ACCEPT);
        boolean speakable =
                accepted.isEmpty() || accepted.stream().anyMatch(each -> each.contains("json") || each.contains("*"));
        if (!speakable) {
            throw StatusError.notAcceptable();
        }
    }

    private ApiRequest call(Request request, ApiPath path) throws IOException {
        ResourceKind kind =
                registry.find(path.group(), path.version(), path.plural()).orElseThrow(StatusError::noSuchPath);
        Optional<HttpField> contentType =
                Optional.ofNullable(request.getHeaders().getField(HttpHeader.CONTENT_TYPE));
        return new ApiRequest(
                request.getMethod(),
                kind,
                path,
                new Query(parameters(request)),
                contentType
                        .map(each -> each.getValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .orElse(""),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                        .orElse(""),
                body(request));
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            parameters.put(field.getName(), field.getValue());
        }
        return parameters;
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream content = Content.Source.asInputStream(request)) {
            byte[] body = content.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw StatusError.tooLarge(MOST_BYTES);
            }
            return body;
        }
    }

    private static boolean isWatch(ApiRequest call) {
        return "GET".equals(call.method())
                && call.name().isEmpty()
                && call.query().flag("watch");
    }

    private void openWatch(ApiRequest call, Request request, Response response, Callback callback) {
        if (request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
            // Clients that would rather have a WebSocket take this as: not here, ask again in plain HTTP.
            answer(response, callback, 200, Json.object());
            return;
        }
        verbs.checkScope(call);
        watches.open(call, request, response, callback);
    }

    private static void answer(Response response, Callback callback, int code, ObjectNode body) {
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, private");
        response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
    }
}
