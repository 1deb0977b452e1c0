package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer that is complete.
 *
 * @param code the HTTP status
 * @param body the object
 */
record Reply(int code, ObjectNode body) {
    static Reply ok(ObjectNode body) {
        return new Reply(200, body);
    }
}
