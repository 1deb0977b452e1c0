package dev.firedrill.recovery.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.Cluster;

/** How a Repository object compares with its row. */
final class RepositoryObject {
    private RepositoryObject() {}

    static boolean isHeld(Repository object) {
        JsonNode finalizers = Json.objectIn(object.json())
                .orElseGet(Json::object)
                .path("metadata")
                .path("finalizers");
        for (JsonNode finalizer : finalizers) {
            if (finalizer.asText().equals(Cluster.REPOSITORY_FINALIZER)) {
                return true;
            }
        }
        return false;
    }

    static boolean moved(Repository object, CachedRepository row) {
        return !object.directory().equals(row.directory()) || !object.branch().equals(row.branch());
    }

    static boolean changed(Repository object, CachedRepository row) {
        return !Json.declared(object.json()).equals(Json.declared(row.json()));
    }
}
