package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer that is complete.
 *
 * @param code the HTTP status
 * @param body the object
 */
public record Reply(int code, ObjectNode body) {
    public static Reply ok(ObjectNode body) {
        return new Reply(200, body);
    }
}
