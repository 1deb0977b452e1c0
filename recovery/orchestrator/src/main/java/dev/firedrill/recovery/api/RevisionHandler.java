package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.engine.Change;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.engine.Versions;
import dev.firedrill.recovery.model.CachedRevision;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verbs on {@code packagerevisions} and {@code packagerevisionresources} of one namespace. */
final class RevisionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionHandler.class);
    private static final int CREATED = 201;
    private static final int TRIES = 5;

    private final PackageEngine engine;
    private final RevisionJson json = new RevisionJson();

    RevisionHandler(PackageEngine engine) {
        this.engine = engine;
    }

    Answer collection(Request request, boolean resources) {
        return switch (request.method()) {
            case "GET" -> list(request, resources);
            case "POST" -> resources ? notAllowed(request) : create(request);
            default -> notAllowed(request);
        };
    }

    Answer revision(Request request, String name) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(revision(engine.get(name)));
            case "PUT" -> Answer.ok(revision(update(name, request.object(), request)));
            case "PATCH" ->
                Answer.ok(revision(
                        patched(request, () -> revision(engine.get(name)), body -> update(name, body, request))));
            case "DELETE" -> delete(request, name);
            default -> notAllowed(request);
        };
    }

    Answer approval(Request request, String name) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(revision(engine.get(name)));
            case "PUT" -> Answer.ok(revision(approve(name, request.object(), request)));
            case "PATCH" ->
                Answer.ok(revision(
                        patched(request, () -> revision(engine.get(name)), body -> approve(name, body, request))));
            default -> notAllowed(request);
        };
    }

    Answer resources(Request request, String name) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(resources(engine.get(name)));
            case "PUT" -> Answer.ok(resources(updateResources(name, request.object(), request)));
            case "PATCH" ->
                Answer.ok(resources(patched(
                        request, () -> resources(engine.get(name)), body -> updateResources(name, body, request))));
            default -> notAllowed(request);
        };
    }

    private Answer list(Request request, boolean resources) {
        if (!request.parameter("watch").isEmpty() && !request.parameter("watch").equals("false")) {
            return Answer.failure(405, "MethodNotAllowed", "watches are not offered; list again");
        }
        Predicate<CachedRevision> wanted = Selectors.labels(request.parameter("labelSelector"))
                .and(Selectors.fields(request.parameter("fieldSelector")));
        ObjectNode list = newList(resources);
        ArrayNode items = list.putArray("items");
        BigInteger newest = BigInteger.ZERO;
        for (CachedRevision row : engine.list()) {
            String version = Versions.of(row);
            newest = newest.max(new BigInteger(version.substring(version.lastIndexOf('.') + 1)));
            if (wanted.test(row)) {
                items.add(item(row, resources));
            }
        }
        list.putObject("metadata").put("resourceVersion", newest.toString());
        return Answer.ok(list);
    }

    /** What cannot be shown of one revision does not keep the others from being listed. */
    private ObjectNode item(CachedRevision row, boolean resources) {
        try {
            return resources ? resources(row) : revision(row);
        } catch (RuntimeException e) {
            LOG.error("package revision {} cannot be shown", row.name(), e);
            ObjectNode bare = JsonNodeFactory.instance.objectNode();
            bare.putObject("metadata")
                    .put("namespace", row.name().namespace())
                    .put("name", row.name().objectName());
            return bare;
        }
    }

    static Answer emptyList(boolean resources) {
        ObjectNode list = newList(resources);
        list.putArray("items");
        list.putObject("metadata").put("resourceVersion", "0");
        return Answer.ok(list);
    }

    private static ObjectNode newList(boolean resources) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", Discovery.GROUP_VERSION)
                .put("kind", resources ? "PackageRevisionResourcesList" : "PackageRevisionList");
    }

    private Answer create(Request request) {
        requireWet(request);
        CachedRevision created =
                engine.create(RevisionParser.creation(request.object(), engine.namespace()), request.user());
        return new Answer(CREATED, revision(created));
    }

    private CachedRevision update(String name, ObjectNode body, Request request) {
        requireWet(request);
        return engine.update(name, RevisionParser.change(body, name, engine.namespace()), request.user());
    }

    private CachedRevision approve(String name, ObjectNode body, Request request) {
        requireWet(request);
        Change change = RevisionParser.change(body, name, engine.namespace());
        return engine.approve(name, change.version(), change.lifecycle(), request.user());
    }

    private CachedRevision updateResources(String name, ObjectNode body, Request request) {
        requireWet(request);
        return engine.updateContent(
                name,
                RevisionParser.version(body),
                RevisionParser.resources(body, name, engine.namespace()),
                request.user());
    }

    private Answer delete(Request request, String name) {
        requireWet(request);
        JsonNode options = request.json();
        Optional<CachedRevision> waiting = engine.delete(name, RevisionParser.preconditions(options), request.user());
        return waiting.map(row -> Answer.ok(revision(row))).orElseGet(() -> Answer.success(name, Discovery.REVISIONS));
    }

    /** Applies a patch to the present object; as an API server does, again when another request wrote in between. */
    private static CachedRevision patched(
            Request request, Supplier<ObjectNode> present, Function<ObjectNode, CachedRevision> write) {
        JsonNode patch = request.json();
        for (int tries = 1; ; tries++) {
            ObjectNode seen = present.get();
            ObjectNode wanted = switch (request.mediaType()) {
                case "application/merge-patch+json", "application/json", "" -> Patches.merge(seen, patch);
                case "application/json-patch+json" -> Patches.operations(seen, patch);
                default ->
                    throw new Refused(
                            Refused.Kind.BAD_REQUEST,
                            "patches are application/merge-patch+json or application/json-patch+json");
            };
            boolean fromClient = !wanted.path("metadata")
                    .path("resourceVersion")
                    .equals(seen.path("metadata").path("resourceVersion"));
            try {
                return write.apply(wanted);
            } catch (Refused e) {
                boolean overtaken = e.kind() == Refused.Kind.CONFLICT
                        && !present.get()
                                .path("metadata")
                                .path("resourceVersion")
                                .equals(seen.path("metadata").path("resourceVersion"));
                if (fromClient || !overtaken || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private ObjectNode revision(CachedRevision row) {
        return json.revision(engine.shown(row), engine.isDeployment(row));
    }

    private ObjectNode resources(CachedRevision row) {
        return json.resources(engine.shown(row));
    }

    private static void requireWet(Request request) {
        if (!request.parameter("dryRun").isEmpty()) {
            throw new Refused(Refused.Kind.BAD_REQUEST, "dryRun is not offered; nothing was changed");
        }
    }

    private static Answer notAllowed(Request request) {
        return Answer.failure(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }
}
