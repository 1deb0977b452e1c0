package dev.firedrill.recovery.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Variant;
import java.util.Optional;

/** Reads a PackageVariant object; a missing field is empty, and the controller says so in the status of the variant. */
final class VariantParser {
    private VariantParser() {}

    static Variant parse(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        JsonNode spec = object.path("spec");
        JsonNode upstream = spec.path("upstream");
        JsonNode downstream = spec.path("downstream");
        String workspace = upstream.path("workspaceName").asText("");
        return new Variant(
                metadata.path("namespace").asText(),
                metadata.path("name").asText(),
                metadata.path("uid").asText(),
                metadata.path("generation").asLong(),
                metadata.hasNonNull("deletionTimestamp"),
                upstream.path("repo").asText(""),
                path(upstream),
                workspace.isEmpty() ? Optional.empty() : Optional.of(workspace),
                downstream.path("repo").asText(""),
                path(downstream),
                spec.path("adoptionPolicy").asText("").equals("adoptExisting"),
                spec.path("deletionPolicy").asText("").equals("orphan"),
                Json.strings(spec.path("labels")),
                Json.strings(spec.path("annotations")),
                Json.strings(spec.path("packageContext").path("data")),
                Json.write(object));
    }

    private static String path(JsonNode side) {
        return side.path("package").asText("").replaceAll("^/+|/+$", "");
    }
}
