package dev.firedrill.recovery.api;

import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.Refused;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Finds what a path means. */
final class Router implements Responder {
    private static final String NAMESPACES = "namespaces";

    private final PackageEngine engine;
    private final RevisionHandler revisions;
    private final Pages pages;

    Router(PackageEngine engine, Pages pages) {
        this.engine = engine;
        this.revisions = new RevisionHandler(engine);
        this.pages = pages;
    }

    /** Whether the request is answered without a login, as probes ask without one. */
    static boolean isProbe(String rawPath) {
        return rawPath.equals("/livez") || rawPath.equals("/healthz") || rawPath.equals("/readyz");
    }

    @Override
    public Answer answer(Request request) {
        if (request.isTooLarge()) {
            return Answer.failure(
                    413, "RequestEntityTooLarge", "the body is larger than " + Request.LARGEST_BODY + " bytes");
        }
        List<String> path = request.path();
        if (path.size() > 3 && path.subList(0, 3).equals(List.of("apis", Discovery.GROUP, Discovery.VERSION))) {
            return objects(request, path.subList(3, path.size()));
        }
        if (!request.method().equals("GET")) {
            return Answer.failure(405, "MethodNotAllowed", "only GET is allowed here");
        }
        return page(request, String.join("/", path));
    }

    private Answer page(Request request, String path) {
        return switch (path) {
            case "livez", "healthz" -> Answer.ok(Discovery.version());
            case "readyz" -> ready(request.parameter("since"));
            case "status" -> Answer.ok(pages.status());
            case "version" -> Answer.ok(Discovery.version());
            case "api" -> Answer.ok(Discovery.coreVersions());
            case "apis" -> Answer.ok(Discovery.groups());
            case "apis/" + Discovery.GROUP -> Answer.ok(Discovery.group());
            case "apis/" + Discovery.GROUP_VERSION -> Answer.ok(Discovery.resources());
            default -> notFound();
        };
    }

    private Answer ready(String since) {
        try {
            Pages.Page page = pages.ready(since.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(since)));
            return new Answer(page.good() ? 200 : 503, page.body());
        } catch (DateTimeParseException e) {
            return Answer.failure(400, "BadRequest", "since is not an instant such as 2026-01-01T00:00:00Z");
        }
    }

    private Answer objects(Request request, List<String> path) {
        boolean namespaced = path.get(0).equals(NAMESPACES);
        if (namespaced && path.size() < 3) {
            return notFound();
        }
        List<String> rest = namespaced ? path.subList(2, path.size()) : path;
        boolean resources = rest.get(0).equals(Discovery.RESOURCES);
        if (!resources && !rest.get(0).equals(Discovery.REVISIONS)) {
            return notFound();
        }
        if (namespaced && !path.get(1).equals(engine.namespace())) {
            return elsewhere(request, rest.size() == 1, resources);
        }
        if (rest.size() == 1) {
            return !namespaced && !request.method().equals("GET")
                    ? Answer.failure(405, "MethodNotAllowed", "the namespace is missing in the path")
                    : revisions.collection(request, resources);
        }
        return namespaced ? object(request, rest, resources) : notFound();
    }

    private Answer object(Request request, List<String> rest, boolean resources) {
        String name = rest.get(1);
        if (rest.size() == 2) {
            return resources ? revisions.resources(request, name) : revisions.revision(request, name);
        }
        boolean approval = rest.size() == 3 && rest.get(2).equals("approval") && !resources;
        return approval ? revisions.approval(request, name) : notFound();
    }

    /** Another namespace than ours: nothing is there, and nothing can be made there. */
    private Answer elsewhere(Request request, boolean collection, boolean resources) {
        if (collection && request.method().equals("GET")) {
            return RevisionHandler.emptyList(resources);
        }
        throw new Refused(
                Refused.Kind.NOT_FOUND, "this recovery serves the namespace '" + engine.namespace() + "' and no other");
    }

    private static Answer notFound() {
        return Answer.failure(404, "NotFound", "the server could not find the requested resource");
    }
}
