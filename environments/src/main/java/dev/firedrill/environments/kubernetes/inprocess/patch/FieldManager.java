package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Someone who owns fields.
 *
 * @param name what the client calls itself
 * @param operation {@code Apply} or {@code Update}: who does both is two managers
 * @param version the version that an updating manager writes in; empty for an applying one, who is the same in all
 * @param subresource the subresource that it writes through, or empty
 */
public record FieldManager(String name, String operation, String version, String subresource) {
    private static final String APPLY = "Apply";
    private static final String UPDATE = "Update";

    /** A client that applies configurations. */
    public static FieldManager applying(String name, String subresource) {
        return new FieldManager(name, APPLY, "", subresource);
    }

    /** A client that writes by any other way. */
    public static FieldManager updating(String name, String apiVersion, String subresource) {
        return new FieldManager(name, UPDATE, apiVersion, subresource);
    }

    static FieldManager parse(JsonNode entry) {
        String name = entry.path("manager").asText();
        String subresource = entry.path("subresource").asText("");
        return APPLY.equals(entry.path("operation").asText())
                ? applying(name, subresource)
                : updating(name, entry.path("apiVersion").asText(), subresource);
    }

    boolean applies() {
        return APPLY.equals(operation);
    }
}
