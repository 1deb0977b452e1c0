package dev.firedrill.environments.kubernetes.inprocess.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a path speaks of: {@code /api/v1/…} or {@code /apis/GROUP/VERSION/…}.
 *
 * @param group the API group, empty for the core group
 * @param version the version
 * @param namespace the namespace, empty for the whole cluster
 * @param plural the resource
 * @param name the object, empty for the collection
 * @param subresource the part of the object, empty for all of it
 */
public record ApiPath(String group, String version, String namespace, String plural, String name, String subresource) {
    private static final Set<String> OF_NAMESPACES = Set.of("status", "finalize");
    private static final String NAMESPACES = "namespaces";

    /** The segments of a raw path, decoded. */
    public static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/")) {
            if (!segment.isEmpty()) {
                // A plus is a plus in a path.
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    /** The resource that {@code segments} speak of; empty when they do not go as deep. */
    public static Optional<ApiPath> parse(List<String> segments) {
        if (segments.size() >= 3 && "api".equals(segments.get(0))) {
            return parse("", segments.get(1), segments.subList(2, segments.size()));
        }
        if (segments.size() >= 4 && "apis".equals(segments.get(0))) {
            return parse(segments.get(1), segments.get(2), segments.subList(3, segments.size()));
        }
        return Optional.empty();
    }

    private static Optional<ApiPath> parse(String group, String version, List<String> rest) {
        boolean within = rest.size() >= 3
                && NAMESPACES.equals(rest.get(0))
                && !(rest.size() == 3 && group.isEmpty() && OF_NAMESPACES.contains(rest.get(2)));
        String namespace = within ? rest.get(1) : "";
        List<String> own = within ? rest.subList(2, rest.size()) : rest;
        if (own.size() > 3) {
            return Optional.empty();
        }
        return Optional.of(new ApiPath(
                group,
                version,
                namespace,
                own.get(0),
                own.size() > 1 ? own.get(1) : "",
                own.size() > 2 ? own.get(2) : ""));
    }
}
