package dev.firedrill.environments.kubernetes.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * The kinds that custom resource definitions of a server define. Since 1.31 a server that says that it is ready answers
 * 429 "storage is (re)initializing" to lists and watches of such a kind until it has read its objects, which it begins
 * when it is first asked for them.
 */
final class DefinedKinds {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final KubeApiServer server;

    DefinedKinds(KubeApiServer server) {
        this.server = server;
    }

    /** Whether the server answers with the objects of every kind that it serves; asking makes it read them. */
    boolean areRead() throws IOException {
        ApiServerAnswer definitions = server.get(DEFINITIONS);
        if (!definitions.ok()) {
            return false;
        }
        boolean read = true;
        for (JsonNode definition :
                new ObjectMapper().readTree(definitions.body()).path("items")) {
            for (JsonNode version : definition.at("/spec/versions")) {
                read &= !version.path("served").asBoolean()
                        || isRead(definition.path("spec"), version.path("name").asText());
            }
        }
        return read;
    }

    private boolean isRead(JsonNode kind, String version) throws IOException {
        // From what the server has read, not from its store.
        int status = server.get("/apis/" + kind.path("group").asText() + "/" + version + "/"
                        + kind.at("/names/plural").asText() + "?resourceVersion=0&limit=1")
                .status();
        return status != TOO_MANY_REQUESTS && status < SERVER_ERROR;
    }
}
