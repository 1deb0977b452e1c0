package dev.firedrill.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the API answered; every check names the whole answer when it fails. */
record RawAnswer(int status, String type, JsonNode body, String text) {
    /** Requires success. */
    RawAnswer ok() {
        assertThat(status).as(text).isBetween(200, 299);
        return this;
    }

    /** Requires this status. */
    RawAnswer is(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** Requires one of these statuses: releases of the real server differ here, and callers must bear all of them. */
    RawAnswer isOneOf(Integer... expected) {
        assertThat(status).as(text).isIn((Object[]) expected);
        return this;
    }

    /** Requires a refusal in the API's own form, a Status object. */
    RawAnswer refused(int code, String reason) {
        assertThat(status).as(text).isEqualTo(code);
        assertThat(body.path("kind").asText()).as(text).isEqualTo("Status");
        assertThat(body.path("status").asText()).as(text).isEqualTo("Failure");
        assertThat(body.path("code").asInt()).as(text).isEqualTo(code);
        assertThat(body.path("reason").asText()).as(text).isEqualTo(reason);
        return this;
    }

    /** Requires that the answer says this. */
    RawAnswer saying(String part) {
        assertThat(text).contains(part);
        return this;
    }

    /** The object as one that can be changed and sent back. */
    ObjectNode object() {
        ok();
        return body.deepCopy();
    }

    /** A value of the object, by JSON pointer; empty when it is not there. */
    String at(String pointer) {
        return body.at(pointer).asText("");
    }

    boolean has(String pointer) {
        return !body.at(pointer).isMissingNode();
    }

    String uid() {
        return at("/metadata/uid");
    }

    /** The revision of the object or list. */
    long revision() {
        return Long.parseLong(at("/metadata/resourceVersion"));
    }

    long generation() {
        return body.at("/metadata/generation").asLong();
    }

    /** The names of a list's items, in the list's order. */
    List<String> names() {
        ok();
        return StreamSupport.stream(body.path("items").spliterator(), false)
                .map(item -> item.at("/metadata/name").asText())
                .toList();
    }

    /** The fields that a refusal blames. */
    List<String> blamed() {
        return StreamSupport.stream(body.at("/details/causes").spliterator(), false)
                .map(cause -> cause.path("field").asText())
                .toList();
    }
}
