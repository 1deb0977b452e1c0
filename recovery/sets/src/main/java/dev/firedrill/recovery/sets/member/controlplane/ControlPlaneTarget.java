package dev.firedrill.recovery.sets.member.controlplane;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.member.MemberTarget;
import dev.firedrill.recovery.sets.member.TargetLook;
import dev.firedrill.recovery.sets.member.TargetLook.State;
import dev.firedrill.recovery.sets.member.controlplane.ControlPlaneDetails.KindRecord;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A control plane that objects are restored into. Objects that the set does not have are never removed: removing a Repository
 * would remove its drafts. Status is not written: it is what a controller saw, and it has to look again.
 */
public final class ControlPlaneTarget implements MemberTarget {
    private static final ObjectKind NAMESPACE = new ObjectKind("v1", "Namespace", "namespaces", false);

    private final KubeApi api;

    /** A control plane that has the definitions of the kinds already. */
    public ControlPlaneTarget(KubernetesClient client) {
        this.api = new KubeApi(client);
    }

    @Override
    public MemberKind kind() {
        return MemberKind.CONTROL_PLANE;
    }

    @Override
    public TargetLook look(ArtefactReader artefacts) {
        Map<String, ObjectNode> present = present(details(artefacts));
        List<ObjectNode> objects = living(artefacts);
        List<String> other = new ArrayList<>();
        int same = 0;
        Map<String, String> newUids = newUids(objects, present);
        for (ObjectNode object : objects) {
            ObjectNode live = present.remove(Objects.describe(object));
            if (live != null && !isSame(object, live, newUids)) {
                other.add(Objects.describe(object) + " differs");
            }
            same += live != null ? 1 : 0;
        }
        present.keySet().forEach(name -> other.add(name + " is not in the set"));
        if (!other.isEmpty()) {
            return new TargetLook(State.OTHER, other.size() + " objects there are others, such as " + other.get(0));
        }
        State state = same == objects.size() ? State.SAME : same == 0 ? State.EMPTY : State.PART;
        return new TargetLook(state, same + " of " + objects.size() + " objects are there as in the set");
    }

    @Override
    public List<String> restore(ArtefactReader artefacts, boolean replace) {
        List<ObjectNode> objects = objects(artefacts);
        Map<String, ObjectKind> kinds = new HashMap<>();
        for (KindRecord record : details(artefacts).kinds()) {
            kinds.put(record.kind().apiVersion() + "/" + record.kind().kind(), record.kind());
        }
        makeNamespaces(objects);
        List<String> remarks = new ArrayList<>(new ObjectRestore(api, kinds, objects, replace).restore(objects));
        details(artefacts).secrets().stream()
                .filter(name -> !details(artefacts).withSecrets())
                .forEach(name -> remarks.add("make sure of the Secret " + name + ": the set has its name only"));
        return remarks;
    }

    @Override
    public List<String> differences(ArtefactReader artefacts) {
        Map<String, ObjectNode> present = present(details(artefacts));
        List<ObjectNode> objects = living(artefacts);
        Map<String, String> newUids = newUids(objects, present);
        List<String> differences = new ArrayList<>();
        for (ObjectNode object : objects) {
            ObjectNode live = present.get(Objects.describe(object));
            if (live == null) {
                differences.add(Objects.describe(object) + " is missing");
            } else if (!isSame(object, live, newUids)) {
                differences.add(Objects.describe(object) + " differs from the set");
            }
        }
        return differences;
    }

    /** Owners that are nowhere are left out of a restore on purpose, so that they are no difference here. */
    private static boolean isSame(ObjectNode object, ObjectNode live, Map<String, String> newUids) {
        ObjectNode wanted = Objects.essence(object, newUids);
        ObjectNode found = Objects.essence(live, Map.of());
        if (Objects.owners(found).size() < Objects.owners(wanted).size()) {
            Objects.metadata(wanted).remove("ownerReferences");
            Objects.metadata(found).remove("ownerReferences");
        }
        return wanted.equals(found);
    }

    private static Map<String, String> newUids(List<ObjectNode> objects, Map<String, ObjectNode> present) {
        Map<String, String> newUids = new HashMap<>();
        for (ObjectNode object : objects) {
            ObjectNode live = present.get(Objects.describe(object));
            if (live != null) {
                newUids.put(Objects.uid(object), Objects.uid(live));
            }
        }
        return newUids;
    }

    private Map<String, ObjectNode> present(ControlPlaneDetails details) {
        Map<String, ObjectNode> present = new LinkedHashMap<>();
        for (KindRecord record : details.kinds()) {
            // Other Secrets of a namespace are nobody's business here.
            if (!record.kind().equals(ObjectKind.SECRET)) {
                boolean known = api.list(
                                record.kind(),
                                details.namespace(),
                                object -> present.put(Objects.describe(object), object))
                        .isPresent();
                requireKnown(record, known);
            }
        }
        if (details.withSecrets()) {
            for (String name : details.secrets()) {
                String[] parts = name.split("/", 2);
                api.get(ObjectKind.SECRET, parts[0], parts[1]).ifPresent(secret -> {
                    secret.put("apiVersion", "v1").put("kind", "Secret");
                    present.put(Objects.describe(secret), secret);
                });
            }
        }
        return present;
    }

    private static void requireKnown(KindRecord record, boolean known) {
        if (!known && record.count() > 0) {
            throw new StoreUnavailable(
                    "the control plane does not know the kind " + record.kind().kind() + " of "
                            + record.kind().apiVersion() + ", of which the set has " + record.count()
                            + " objects; install its definition first");
        }
    }

    private void makeNamespaces(List<ObjectNode> objects) {
        TreeSet<String> names = new TreeSet<>();
        objects.forEach(object -> names.add(Objects.namespace(object)));
        names.remove("");
        for (String name : names) {
            if (api.get(NAMESPACE, "", name).isEmpty()) {
                ObjectNode namespace = new ObjectMapper().createObjectNode();
                namespace.put("apiVersion", "v1").put("kind", "Namespace");
                namespace.putObject("metadata").put("name", name);
                api.create(NAMESPACE, "", namespace);
            }
        }
    }

    private static ControlPlaneDetails details(ArtefactReader artefacts) {
        return SetJson.value(
                artefacts.metadata().details(),
                ControlPlaneDetails.class,
                artefacts.metadata().alias() + "/metadata.json");
    }

    private static List<ObjectNode> living(ArtefactReader artefacts) {
        return objects(artefacts).stream()
                .filter(object -> !Objects.isBeingDeleted(object))
                .toList();
    }

    private static List<ObjectNode> objects(ArtefactReader artefacts) {
        ObjectMapper mapper = new ObjectMapper();
        String path = details(artefacts).objects();
        List<ObjectNode> objects = new ArrayList<>();
        for (String line : new String(artefacts.bytes(path), StandardCharsets.UTF_8).split("\n")) {
            try {
                if (!line.isEmpty()) {
                    objects.add((ObjectNode) mapper.readTree(line));
                }
            } catch (JsonProcessingException | ClassCastException e) {
                throw new VerificationFailed(path + " has a line that is no object", e);
            }
        }
        return objects;
    }
}
