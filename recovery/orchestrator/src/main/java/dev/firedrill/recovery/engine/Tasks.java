package dev.firedrill.recovery.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.model.CachedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tasks in the JSON of Porch's API, which is also what the cache and the commits of git keep. */
public final class Tasks {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Tasks() {}

    /**
     * The task in {@code json}.
     *
     * @throws Refused when it is none that can make a package revision
     */
    public static Task parse(JsonNode json) {
        String type = json.path("type").asText();
        JsonNode body = json.path(type);
        return switch (type) {
            case "init" ->
                new Task.Init(
                        body.path("description").asText(), body.path("site").asText(), keywords(body.path("keywords")));
            case "clone" -> new Task.Clone(required(body.path("upstreamRef").path("upstreamRef"), "clone.upstreamRef"));
            case "edit" -> new Task.Edit(required(body.path("sourceRef"), "edit.sourceRef"));
            case "upgrade" ->
                new Task.Upgrade(
                        required(body.path("oldUpstreamRef"), "upgrade.oldUpstreamRef"),
                        required(body.path("newUpstreamRef"), "upgrade.newUpstreamRef"),
                        required(body.path("localPackageRevisionRef"), "upgrade.localPackageRevisionRef"));
            default ->
                throw Refused.invalid(
                        "the first task's type " + Names.quoted(type) + " is none of init, clone, edit, upgrade");
        };
    }

    static String print(Task task) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (task instanceof Task.Init init) {
            print(init, json.put("type", "init").putObject("init"));
        } else if (task instanceof Task.Clone clone) {
            ObjectNode upstream = json.put("type", "clone").putObject("clone").putObject("upstreamRef");
            upstream.set("upstreamRef", ref(clone.source()));
        } else if (task instanceof Task.Edit edit) {
            json.put("type", "edit").putObject("edit").set("sourceRef", ref(edit.source()));
        } else if (task instanceof Task.Upgrade upgrade) {
            ObjectNode body = json.put("type", "upgrade").putObject("upgrade");
            body.set("oldUpstreamRef", ref(upgrade.oldUpstream()));
            body.set("newUpstreamRef", ref(upgrade.newUpstream()));
            body.set("localPackageRevisionRef", ref(upgrade.local()));
        }
        return json.toString();
    }

    private static void print(Task.Init init, ObjectNode body) {
        body.put("description", init.description());
        if (!init.site().isEmpty()) {
            body.put("site", init.site());
        }
        if (!init.keywords().isEmpty()) {
            init.keywords().forEach(body.putArray("keywords")::add);
        }
    }

    /** Whether {@code revision} was made from the package revision called {@code name} as its upstream. */
    static boolean hasUpstream(CachedRevision revision, String name) {
        Optional<JsonNode> task = revision.originTask().flatMap(Tasks::tree);
        return task.filter(json -> isRef(json.path("clone").path("upstreamRef").path("upstreamRef"), name)
                        || isRef(json.path("upgrade").path("oldUpstreamRef"), name)
                        || isRef(json.path("upgrade").path("newUpstreamRef"), name))
                .isPresent();
    }

    /** {@code text} as a tree; empty when it is no JSON. */
    public static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean isRef(JsonNode ref, String name) {
        return ref.path("name").asText().equals(name);
    }

    private static ObjectNode ref(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    private static String required(JsonNode ref, String field) {
        String name = ref.path("name").asText();
        if (name.isEmpty()) {
            throw Refused.invalid("spec.tasks[0]." + field
                    + ".name is missing; only package revisions of registered repositories can be sources");
        }
        return name;
    }

    private static List<String> keywords(JsonNode list) {
        List<String> keywords = new ArrayList<>();
        list.forEach(keyword -> keywords.add(keyword.asText()));
        return keywords;
    }
}
