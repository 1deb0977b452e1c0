package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What clients ask before they ask for package revisions. */
final class Discovery {
    static final String GROUP = "porch.kpt.dev";
    static final String VERSION = "v1alpha1";
    static final String GROUP_VERSION = GROUP + "/" + VERSION;
    static final String REVISIONS = "packagerevisions";
    static final String RESOURCES = "packagerevisionresources";

    private Discovery() {}

    static ObjectNode groups() {
        ObjectNode list = object("APIGroupList");
        list.putArray("groups").add(group());
        return list;
    }

    static ObjectNode group() {
        ObjectNode group = object("APIGroup").put("name", GROUP);
        ObjectNode version = group.putArray("versions").addObject();
        version.put("groupVersion", GROUP_VERSION).put("version", VERSION);
        group.set("preferredVersion", version.deepCopy());
        return group;
    }

    static ObjectNode resources() {
        ObjectNode list = object("APIResourceList").put("groupVersion", GROUP_VERSION);
        ArrayNode resources = list.putArray("resources");
        add(
                resources,
                REVISIONS,
                "packagerevision",
                "PackageRevision",
                "create",
                "delete",
                "get",
                "list",
                "patch",
                "update");
        add(resources, REVISIONS + "/approval", "", "PackageRevision", "get", "patch", "update");
        add(
                resources,
                RESOURCES,
                "packagerevisionresources",
                "PackageRevisionResources",
                "get",
                "list",
                "patch",
                "update");
        return list;
    }

    static ObjectNode coreVersions() {
        ObjectNode versions = JsonNodeFactory.instance.objectNode().put("kind", "APIVersions");
        versions.putArray("versions");
        return versions;
    }

    static ObjectNode version() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("major", "1")
                .put("minor", "0")
                .put("gitVersion", "v1.0.0+firedrill");
    }

    private static void add(ArrayNode list, String name, String singular, String kind, String... verbs) {
        ObjectNode resource = list.addObject()
                .put("name", name)
                .put("singularName", singular)
                .put("namespaced", true)
                .put("kind", kind);
        ArrayNode allowed = resource.putArray("verbs");
        for (String verb : verbs) {
            allowed.add(verb);
        }
    }

    private static ObjectNode object(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("apiVersion", "v1");
    }
}
