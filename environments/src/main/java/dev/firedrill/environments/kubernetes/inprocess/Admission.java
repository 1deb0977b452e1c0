package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.NamespaceRules;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The namespaces' own rules: nothing is put where there is no namespace or where one is going, and a few never go. */
final class Admission {
    private static final Set<String> PERMANENT = Set.of("default", "kube-system", "kube-public");

    private Admission() {}

    /** Lets an object be created in {@code namespace}, or says why not. */
    static void create(ErrorSubject subject, String namespace, Optional<StoredObject> namespaceObject) {
        ObjectNode present = namespaceObject
                .map(StoredObject::body)
                .orElseThrow(() -> StatusError.notFound(BuiltInKinds.NAMESPACES.subject(namespace)));
        if (NamespaceRules.isTerminating(present)) {
            throw StatusError.forbidden(
                    subject,
                    "unable to create new content in namespace " + namespace + " because it is being terminated",
                    List.of(new FieldError(
                            "NamespaceTerminating",
                            "metadata.namespace",
                            "namespace " + namespace + " is being terminated")));
        }
    }

    /** Lets a namespace be deleted, or says why not. */
    static void deleteNamespace(ErrorSubject namespace) {
        if (PERMANENT.contains(namespace.name())) {
            throw StatusError.forbidden(namespace, "this namespace may not be deleted", List.of());
        }
    }
}
