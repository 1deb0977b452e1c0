package dev.firedrill.recovery.sets.member.controlplane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.sets.problem.SetRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes objects, each after its owners, and gives references to owners the UIDs that those have now. A reference to an owner that
 * is nowhere is left out and told: the garbage collector would take the object away because of it.
 */
final class ObjectRestore {
    private final KubeApi api;
    private final Map<String, ObjectKind> kinds;
    private final boolean replace;
    private final Map<String, ObjectNode> recorded = new HashMap<>();
    private final Map<String, String> newUids = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();

    ObjectRestore(KubeApi api, Map<String, ObjectKind> kinds, List<ObjectNode> objects, boolean replace) {
        this.api = api;
        this.kinds = kinds;
        this.replace = replace;
        objects.forEach(object -> recorded.put(Objects.uid(object), object));
    }

    /** Restores all of them, in their order but owners first. */
    List<String> restore(List<ObjectNode> objects) {
        objects.forEach(this::restore);
        return remarks;
    }

    private void restore(ObjectNode object) {
        if (!visited.add(Objects.uid(object))) {
            return;
        }
        for (JsonNode owner : Objects.owners(object)) {
            Optional.ofNullable(recorded.get(owner.path("uid").asText())).ifPresent(this::restore);
        }
        if (Objects.isBeingDeleted(object)) {
            remarks.add(Objects.describe(object) + " was being deleted when it was recorded; it is not made anew");
            return;
        }
        newUids.put(Objects.uid(object), Objects.uid(put(object)));
    }

    private ObjectNode put(ObjectNode object) {
        ObjectKind kind = kind(object).orElseThrow();
        String namespace = Objects.namespace(object);
        ObjectNode wanted = wanted(object);
        Optional<ObjectNode> present = api.get(kind, namespace, Objects.name(object));
        if (present.isEmpty()) {
            return api.create(kind, namespace, wanted);
        }
        if (isSame(wanted, present.get())) {
            return present.get();
        }
        if (!replace && !lacksOwnersOnly(wanted, present.get())) {
            throw new SetRefused(Objects.describe(object) + " is in the control plane already and is another one;"
                    + " name the member by --replace to change it");
        }
        Objects.metadata(wanted)
                .put(
                        "resourceVersion",
                        present.get().path("metadata").path("resourceVersion").asText());
        return api.replace(kind, namespace, Objects.name(object), wanted);
    }

    private ObjectNode wanted(ObjectNode object) {
        ObjectNode wanted = Objects.declared(object);
        Objects.mapLabels(wanted, newUids);
        ArrayNode owners = wanted.arrayNode();
        for (JsonNode reference : Objects.owners(wanted)) {
            ObjectNode owner = (ObjectNode) reference.deepCopy();
            Optional<String> uid = uidNow(object, owner);
            if (uid.isPresent()) {
                owners.add(owner.put("uid", uid.get()));
            } else {
                remarks.add(Objects.describe(object) + " had the owner "
                        + owner.path("kind").asText() + " " + owner.path("name").asText()
                        + ", which is not there; it comes back without it");
            }
        }
        if (owners.isEmpty()) {
            Objects.metadata(wanted).remove("ownerReferences");
        } else {
            Objects.metadata(wanted).set("ownerReferences", owners);
        }
        return wanted;
    }

    /** Of an owner in the set, the UID that it got; of another, the one that an object of that kind and name has. */
    private Optional<String> uidNow(ObjectNode object, ObjectNode owner) {
        String old = owner.path("uid").asText();
        if (recorded.containsKey(old)) {
            return Optional.ofNullable(newUids.get(old));
        }
        return kind(owner)
                .flatMap(kind -> api.get(
                        kind, Objects.namespace(object), owner.path("name").asText()))
                .map(Objects::uid);
    }

    private static boolean isSame(ObjectNode wanted, ObjectNode present) {
        return Objects.essence(wanted, Map.of()).equals(Objects.essence(present, Map.of()))
                && Objects.owners(wanted).equals(Objects.owners(present));
    }

    /** An object whose owners were made anew has dead references; giving it the living ones takes nothing away. */
    private static boolean lacksOwnersOnly(ObjectNode wanted, ObjectNode present) {
        return Objects.essence(wanted, Map.of()).equals(Objects.essence(present, Map.of()));
    }

    private Optional<ObjectKind> kind(ObjectNode objectOrReference) {
        return Optional.ofNullable(
                kinds.get(objectOrReference.path("apiVersion").asText() + "/"
                        + objectOrReference.path("kind").asText()));
    }
}
