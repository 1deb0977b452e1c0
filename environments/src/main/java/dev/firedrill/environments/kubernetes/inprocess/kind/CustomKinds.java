package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Reads the kinds that a CustomResourceDefinition defines: one for each version that is served. */
final class CustomKinds {
    private CustomKinds() {}

    static List<ResourceKind> of(ObjectNode definition) {
        List<ResourceKind> kinds = new ArrayList<>();
        if (!CrdRules.isEstablished(definition)) {
            return kinds;
        }
        JsonNode spec = definition.path("spec");
        String stored = storedVersion(spec);
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean()) {
                kinds.add(kind(spec, version, stored));
            }
        }
        return kinds;
    }

    static String storedVersion(JsonNode spec) {
        for (JsonNode version : spec.path("versions")) {
            if (version.path("storage").asBoolean()) {
                return version.path("name").asText();
            }
        }
        return "";
    }

    private static ResourceKind kind(JsonNode spec, JsonNode version, String stored) {
        Schema written = Schema.parse(version.path("schema").path("openAPIV3Schema"));
        Schema schema = BuiltInKinds.withMetadata(written);
        List<String> subresources = new ArrayList<>();
        version.path("subresources").fieldNames().forEachRemaining(subresources::add);
        subresources.retainAll(List.of(ResourceKind.STATUS));
        return new ResourceKind(
                spec.path("group").asText(),
                version.path("name").asText(),
                stored,
                names(spec.path("names")),
                "Namespaced".equals(spec.path("scope").asText()),
                subresources,
                true,
                true,
                schema,
                new CustomRules(written));
    }

    private static ResourceNames names(JsonNode names) {
        return new ResourceNames(
                names.path("kind").asText(),
                names.path("listKind").asText(),
                names.path("plural").asText(),
                names.path("singular").asText(),
                texts(names.path("shortNames")),
                texts(names.path("categories")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
