package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.Metadata;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import java.util.Optional;
import java.util.stream.Stream;

/** What a new cluster has from the start: its own namespaces, and ours. */
final class Bootstrap {
    static final String SYSTEM_NAMESPACE = "kube-system";

    private final String namespace;

    Bootstrap(String namespace) {
        this.namespace = namespace;
    }

    void fill(ResourceStore.Transaction steps) {
        Stream.of(SYSTEM_NAMESPACE, "kube-public", "kube-node-lease", "default", namespace)
                .distinct()
                .forEach(name -> steps.put(BuiltInKinds.NAMESPACES.key("", name), namespace(name)));
    }

    private static ObjectNode namespace(String name) {
        ObjectNode object = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
        Metadata.of(object).put("name", name).put("uid", Stamp.uid()).put("creationTimestamp", Stamp.now());
        BuiltInKinds.NAMESPACES.rules().prepare(object, Optional.empty());
        return object;
    }
}
