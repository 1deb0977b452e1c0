package dev.firedrill.recovery.sets.member.controlplane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked of objects and done to them. */
final class Objects {
    /** What a server gives an object, and nobody else may. */
    private static final List<String> OF_THE_SERVER = List.of(
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "managedFields",
            "selfLink",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");

    private Objects() {}

    static String namespace(ObjectNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    static String name(ObjectNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String uid(ObjectNode object) {
        return object.path("metadata").path("uid").asText();
    }

    static String describe(ObjectNode object) {
        String namespace = namespace(object);
        return object.path("kind").asText() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name(object);
    }

    static boolean isBeingDeleted(ObjectNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    /** The object as somebody may create it: without status and without what a server gives. */
    static ObjectNode declared(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("status");
        metadata(copy).remove(OF_THE_SERVER);
        return copy;
    }

    /** What two looks have in common when nobody changed it; owners by their names, because their UIDs may be others. */
    static ObjectNode essence(ObjectNode object, Map<String, String> newUids) {
        ObjectNode copy = declared(object);
        metadata(copy).remove("finalizers");
        owners(copy).forEach(owner -> ((ObjectNode) owner).remove("uid"));
        if (owners(copy).isEmpty()) {
            metadata(copy).remove("ownerReferences");
        }
        mapLabels(copy, newUids);
        return copy;
    }

    static ArrayNode owners(ObjectNode object) {
        JsonNode owners = object.path("metadata").path("ownerReferences");
        return owners instanceof ArrayNode array ? array : object.arrayNode();
    }

    /** Sets of variants find theirs by a label with the set's UID. */
    static void mapLabels(ObjectNode object, Map<String, String> newUids) {
        if (object.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.properties()
                    .forEach(label -> Optional.ofNullable(
                                    newUids.get(label.getValue().asText()))
                            .ifPresent(uid -> label.setValue(object.textNode(uid))));
        }
    }

    /** The Secrets that a Repository logs in with. */
    static List<String> secretNames(ObjectNode object) {
        JsonNode spec = object.path("spec");
        return List.of(spec.path("git"), spec.path("oci")).stream()
                .map(store -> store.path("secretRef").path("name").asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static ObjectNode metadata(ObjectNode object) {
        return object.withObjectProperty("metadata");
    }
}
