package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.Registry;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells clients what is served: groups, their versions, the resources of each version. */
final class Discovery {
    /** The Kubernetes version whose behaviour this server shows. */
    static final String MAJOR = "1";

    static final String MINOR = "32";

    private static final Pattern VERSION = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> SUBRESOURCE_VERBS = List.of("get", "patch", "update");

    private final Registry registry;

    Discovery(Registry registry) {
        this.registry = registry;
    }

    /** What stands at a path of discovery; empty when nothing does. */
    Optional<ObjectNode> at(List<String> segments) {
        return switch (String.join("/", segments)) {
            case "api" -> Optional.of(coreVersions());
            case "apis" -> Optional.of(groups());
            case "version" -> Optional.of(version());
            default ->
                switch (segments.get(0)) {
                    case "api" -> segments.size() == 2 ? resources("", segments.get(1)) : Optional.empty();
                    case "apis" ->
                        switch (segments.size()) {
                            case 2 -> group(segments.get(1));
                            case 3 -> resources(segments.get(1), segments.get(2));
                            default -> Optional.empty();
                        };
                    default -> Optional.empty();
                };
        };
    }

    private static ObjectNode version() {
        return Json.object()
                .put("major", MAJOR)
                .put("minor", MINOR)
                .put("gitVersion", "v" + MAJOR + "." + MINOR + ".0+firedrill")
                .put("gitCommit", "")
                .put("gitTreeState", "clean")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "javac")
                .put("platform", "jvm");
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = Json.object();
        versions.put("kind", "APIVersions").putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private ObjectNode groups() {
        ObjectNode list = Json.object();
        ArrayNode groups =
                list.put("kind", "APIGroupList").put("apiVersion", "v1").putArray("groups");
        registry.all().stream()
                .map(ResourceKind::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .forEach(group ->
                        group(group).ifPresent(each -> groups.add(each.without(List.of("kind", "apiVersion")))));
        return list;
    }

    private Optional<ObjectNode> group(String name) {
        List<String> versions = registry.all().stream()
                .filter(each -> !name.isEmpty() && each.group().equals(name))
                .map(ResourceKind::version)
                .distinct()
                .sorted(Comparator.comparingLong(Discovery::maturity).reversed())
                .toList();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode group = Json.object();
        group.put("kind", "APIGroup").put("apiVersion", "v1").put("name", name);
        ArrayNode all = group.putArray("versions");
        versions.forEach(version -> all.add(groupVersion(name, version)));
        group.set("preferredVersion", groupVersion(name, versions.get(0)));
        return Optional.of(group);
    }

    private static ObjectNode groupVersion(String group, String version) {
        return Json.object().put("groupVersion", group + "/" + version).put("version", version);
    }

    private Optional<ObjectNode> resources(String group, String version) {
        List<ResourceKind> kinds = registry.all().stream()
                .filter(each -> each.group().equals(group) && each.version().equals(version))
                .toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode list = Json.object();
        list.put("kind", "APIResourceList").put("apiVersion", "v1");
        list.put("groupVersion", kinds.get(0).apiVersion());
        ArrayNode resources = list.putArray("resources");
        for (ResourceKind kind : kinds) {
            resources.add(resource(kind, "", VERBS));
            kind.subresources().forEach(part -> resources.add(resource(kind, "/" + part, SUBRESOURCE_VERBS)));
        }
        return Optional.of(list);
    }

    private static ObjectNode resource(ResourceKind kind, String part, List<String> verbs) {
        ObjectNode resource = Json.object();
        resource.put("name", kind.names().plural() + part);
        resource.put("singularName", part.isEmpty() ? kind.names().singular() : "");
        resource.put("namespaced", kind.namespaced()).put("kind", kind.names().kind());
        ArrayNode all = resource.putArray("verbs");
        verbs.forEach(all::add);
        if (part.isEmpty()) {
            addTexts(resource, "shortNames", kind.names().shortNames());
            addTexts(resource, "categories", kind.names().categories());
        }
        return resource;
    }

    private static void addTexts(ObjectNode target, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = target.putArray(field);
            texts.forEach(list::add);
        }
    }

    /** Stable before beta before alpha, later before earlier. */
    private static long maturity(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return -1;
        }
        long stage = matcher.group(2) == null ? 2 : matcher.group(2).equals("beta") ? 1 : 0;
        long step = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        return stage * 1_000_000 + Long.parseLong(matcher.group(1)) * 1_000 + step;
    }
}
