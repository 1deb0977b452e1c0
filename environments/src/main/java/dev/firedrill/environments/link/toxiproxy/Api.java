package dev.firedrill.environments.link.toxiproxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Toxiproxy's HTTP API without the HTTP: a method, path segments and a document in, a status and a document out. */
final class Api {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Proxies proxies;

    Api(Proxies proxies) {
        this.proxies = proxies;
    }

    /** What is answered; a body that is not a document is sent as plain text. */
    record HttpAnswer(int status, Object body) {
        static final HttpAnswer NOTHING = new HttpAnswer(NO_CONTENT, "");
    }

    HttpAnswer answer(String method, List<String> path, String body) throws IOException {
        String first = path.isEmpty() ? "" : path.get(0);
        return switch (first + "/" + path.size()) {
            case "version/1" ->
                new HttpAnswer(OK, Documents.JSON.createObjectNode().put("version", ToxiproxyServer.VERSION));
            case "metrics/1" -> new HttpAnswer(OK, proxies.metrics());
            case "reset/1" -> reset();
            case "populate/1" -> populate(Documents.read(body));
            case "proxies/1" -> method.equals("GET") ? list() : create(Documents.read(body));
            case "proxies/2" -> proxy(method, proxies.get(path.get(1)), body);
            case "proxies/3" -> toxics(method, proxies.get(path.get(1)), body);
            case "proxies/4" -> toxic(method, proxies.get(path.get(1)), path.get(3), body);
            default -> throw BadRequest.notFound("page");
        };
    }

    private HttpAnswer reset() throws IOException {
        for (TcpProxy proxy : proxies.all()) {
            proxy.removeAll();
            proxy.enable();
        }
        return HttpAnswer.NOTHING;
    }

    private HttpAnswer list() {
        ObjectNode byName = Documents.JSON.createObjectNode();
        proxies.all().forEach(proxy -> byName.set(proxy.name(), Documents.write(proxy)));
        return new HttpAnswer(OK, byName);
    }

    private HttpAnswer create(JsonNode document) throws IOException {
        return new HttpAnswer(CREATED, Documents.write(proxies.create(document)));
    }

    /** Each proxy of the list exists afterwards as described; one that is so already stays untouched. */
    private HttpAnswer populate(JsonNode documents) throws IOException {
        ObjectNode answer = Documents.JSON.createObjectNode();
        ArrayNode made = answer.putArray("proxies");
        for (JsonNode document : documents) {
            made.add(Documents.write(proxies.createOrReplace(document)));
        }
        return new HttpAnswer(CREATED, answer);
    }

    private HttpAnswer proxy(String method, TcpProxy proxy, String body) throws IOException {
        switch (method) {
            case "GET" -> {
                // Answered below.
            }
            case "POST", "PATCH" -> change(proxy, Documents.read(body));
            case "DELETE" -> {
                proxies.remove(proxy);
                return HttpAnswer.NOTHING;
            }
            default -> throw notAllowed(method);
        }
        return new HttpAnswer(OK, Documents.write(proxy));
    }

    private void change(TcpProxy proxy, JsonNode document) throws IOException {
        proxy.move(
                document.hasNonNull("listen")
                        ? proxies.withPort(
                                Documents.address(document.path("listen").asText()))
                        : proxy.listen(),
                document.hasNonNull("upstream")
                        ? Documents.address(document.path("upstream").asText())
                        : proxy.upstream());
        if (document.path("enabled").asBoolean(proxy.isEnabled())) {
            proxy.enable();
        } else {
            proxy.disable();
        }
    }

    private static HttpAnswer toxics(String method, TcpProxy proxy, String body) {
        if (method.equals("GET")) {
            ArrayNode all = Documents.JSON.createArrayNode();
            proxy.toxics().all().forEach(toxic -> all.add(Documents.write(toxic)));
            return new HttpAnswer(OK, all);
        }
        Toxic added = Documents.toxic(Documents.read(body));
        proxy.add(added);
        return new HttpAnswer(OK, Documents.write(added));
    }

    private static HttpAnswer toxic(String method, TcpProxy proxy, String name, String body) {
        Toxic toxic = proxy.toxics().get(name);
        switch (method) {
            case "GET" -> {
                return new HttpAnswer(OK, Documents.write(toxic));
            }
            case "POST", "PATCH" -> {
                Toxic changed = Documents.changed(toxic, Documents.read(body));
                proxy.replace(changed);
                return new HttpAnswer(OK, Documents.write(changed));
            }
            case "DELETE" -> {
                proxy.remove(name);
                return HttpAnswer.NOTHING;
            }
            default -> throw notAllowed(method);
        }
    }

    private static BadRequest notAllowed(String method) {
        return BadRequest.of(METHOD_NOT_ALLOWED, "method " + method + " is not allowed here");
    }
}
