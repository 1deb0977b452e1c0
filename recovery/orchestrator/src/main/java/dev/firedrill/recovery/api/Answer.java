package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.engine.Refused;

/** An answer to a request: a code and JSON. */
public record Answer(int code, JsonNode body) {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    static Answer ok(JsonNode body) {
        return new Answer(OK, body);
    }

    static Answer refusal(Refused refusal) {
        return switch (refusal.kind()) {
            case BAD_REQUEST -> failure(400, "BadRequest", refusal.getMessage());
            case FORBIDDEN -> failure(403, "Forbidden", refusal.getMessage());
            case NOT_FOUND -> failure(404, "NotFound", refusal.getMessage());
            case ALREADY_EXISTS -> failure(409, "AlreadyExists", refusal.getMessage());
            case CONFLICT -> failure(409, "Conflict", refusal.getMessage());
            case INVALID -> failure(422, "Invalid", refusal.getMessage());
            case UNAVAILABLE -> failure(UNAVAILABLE, "ServiceUnavailable", refusal.getMessage());
            case UNFINISHED -> failure(504, "Timeout", refusal.getMessage());
        };
    }

    /** A failure as a Kubernetes {@code Status}. */
    static Answer failure(int code, String reason, String message) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message).put("reason", reason);
        ObjectNode details = status.putObject("details").put("group", Discovery.GROUP);
        if (code == UNAVAILABLE) {
            details.put("retryAfterSeconds", 1);
        }
        status.put("code", code);
        return new Answer(code, status);
    }

    static Answer success(String name, String kind) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        status.putObject("details")
                .put("name", name)
                .put("group", Discovery.GROUP)
                .put("kind", kind);
        return ok(status);
    }
}
