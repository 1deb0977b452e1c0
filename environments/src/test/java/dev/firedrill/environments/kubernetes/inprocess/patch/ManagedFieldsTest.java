package dev.firedrill.environments.kubernetes.inprocess.patch;

import static dev.firedrill.environments.kubernetes.inprocess.Yaml.object;
import static dev.firedrill.environments.kubernetes.inprocess.Yaml.schema;
import static dev.firedrill.environments.kubernetes.inprocess.Yaml.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import org.junit.jupiter.api.Test;

class ManagedFieldsTest {
    private static final Schema SCHEMA = schema("{type: object, properties: {kind: {type: string}, spec: {type: object,"
            + "properties: {size: {type: integer}, colour: {type: string},"
            + "tags: {type: object, additionalProperties: {type: string}},"
            + "list: {type: array, items: {type: string}},"
            + "set: {type: array, x-kubernetes-list-type: set, items: {type: string}},"
            + "parts: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: {type: object,"
            + "properties: {name: {type: string}, count: {type: integer}}}}}}}}");

    @Test
    void who_applies_owns_what_it_says() {
        ObjectNode object =
                apply("{}", "one", "{kind: K, spec: {size: 1, parts: [{name: a, count: 1}], set: [x], tags: {k: v}}}");
        assertThat(fields(object, 0))
                .isEqualTo(tree("{'f:spec': {'f:size': {}, 'f:parts': {'k:{\"name\":\"a\"}': {.: {}, 'f:name': {}, "
                        + "'f:count': {}}}, 'f:set': {'v:\"x\"': {}}, 'f:tags': {'f:k': {}}}}"));
        assertThat(object.at("/metadata/managedFields/0/operation").asText()).isEqualTo("Apply");
    }

    @Test
    void another_appliers_value_is_a_conflict() {
        ObjectNode live = apply("{}", "one", "{spec: {size: 1, parts: [{name: a, count: 1}]}}");
        assertThatThrownBy(() -> apply(live, "two", "{spec: {size: 2, parts: [{name: a, count: 2}]}}", false))
                .isInstanceOf(StatusError.class)
                .hasMessageContaining("2 conflicts")
                .hasMessageContaining("\"one\"")
                .hasMessageContaining(".spec.size")
                .hasMessageContaining(".spec.parts[name=\"a\"].count");
    }

    @Test
    void the_same_value_is_owned_by_both() {
        ObjectNode live = apply(apply("{}", "one", "{spec: {size: 1}}"), "two", "{spec: {size: 1}}", false);
        assertThat(fields(live, 0)).isEqualTo(fields(live, 1));
        ObjectNode left = apply(live, "one", "{}", false);
        assertThat(left.at("/spec/size").asInt()).as("the other still wants it").isEqualTo(1);
        assertThat(apply(left, "two", "{}", false).at("/spec/size").isMissingNode())
                .isTrue();
    }

    @Test
    void force_takes_over() {
        ObjectNode live = apply("{}", "one", "{spec: {size: 1, colour: red}}");
        ObjectNode forced = apply(live, "two", "{spec: {size: 2}}", true);
        assertThat(forced.at("/spec/size").asInt()).isEqualTo(2);
        assertThat(fields(forced, 0)).isEqualTo(tree("{'f:spec': {'f:colour': {}}}"));
        assertThat(fields(forced, 1)).isEqualTo(tree("{'f:spec': {'f:size': {}}}"));
    }

    @Test
    void what_is_no_longer_applied_goes() {
        ObjectNode live =
                apply("{}", "one", "{spec: {size: 1, set: [x, y], parts: [{name: a}, {name: b}], tags: {k: v}}}");
        ObjectNode left = apply(live, "one", "{spec: {size: 1, set: [y], parts: [{name: b}]}}", false);
        assertThat(left.path("spec")).isEqualTo(tree("{size: 1, set: [y], parts: [{name: b}]}"));
    }

    @Test
    void a_list_without_keys_is_one_value() {
        ObjectNode live = apply("{}", "one", "{spec: {list: [a]}}");
        assertThatThrownBy(() -> apply(live, "two", "{spec: {list: [b]}}", false))
                .hasMessageContaining(".spec.list");
    }

    @Test
    void applying_the_same_again_changes_nothing() {
        ObjectNode live = apply("{}", "one", "{spec: {size: 1}}");
        ObjectNode again = new ManagedFields(SCHEMA, FieldManager.applying("one", ""), "g/v1", "later")
                .apply(live, object("{spec: {size: 1}}"), false);
        assertThat(again).isEqualTo(live);
    }

    @Test
    void who_updates_owns_what_it_changes_and_takes_it_from_others() {
        ObjectNode live = apply("{}", "one", "{spec: {size: 1, colour: red}}");
        ObjectNode fresh = live.deepCopy();
        fresh.withObject("/spec").put("size", 2);
        fresh.withObject("/spec").putObject("tags").put("k", "v");
        update(live, fresh, "editor");
        assertThat(fields(fresh, 0)).isEqualTo(tree("{'f:spec': {'f:colour': {}}}"));
        assertThat(fields(fresh, 1)).isEqualTo(tree("{'f:spec': {'f:size': {}, 'f:tags': {.: {}, 'f:k': {}}}}"));
    }

    @Test
    void an_update_that_changes_nothing_owns_nothing() {
        ObjectNode live = apply("{}", "one", "{spec: {size: 1}}");
        ObjectNode fresh = live.deepCopy();
        update(live, fresh, "editor");
        assertThat(fresh).isEqualTo(live);
    }

    @Test
    void an_empty_list_begins_the_books_anew() {
        ObjectNode live = apply("{}", "one", "{spec: {size: 1}}");
        ObjectNode fresh = live.deepCopy();
        fresh.withObject("/metadata").putArray("managedFields");
        update(live, fresh, "editor");
        assertThat(fresh.at("/metadata/managedFields").isMissingNode()).isTrue();
    }

    @Test
    void a_client_that_knows_nothing_of_the_books_does_not_lose_them() {
        ObjectNode live = apply("{}", "one", "{spec: {size: 1, colour: red}}");
        ObjectNode fresh = object("{spec: {size: 2, colour: red}}");
        update(live, fresh, "editor");
        assertThat(fields(fresh, 0)).isEqualTo(tree("{'f:spec': {'f:colour': {}}}"));
    }

    private static ObjectNode apply(String live, String manager, String configuration) {
        return apply(object(live), manager, configuration, false);
    }

    private static ObjectNode apply(ObjectNode live, String manager, String configuration, boolean force) {
        return new ManagedFields(SCHEMA, FieldManager.applying(manager, ""), "g/v1", "2026-01-01T00:00:00Z")
                .apply(live, object(configuration), force);
    }

    private static void update(ObjectNode live, ObjectNode fresh, String manager) {
        new ManagedFields(SCHEMA, FieldManager.updating(manager, "g/v1", ""), "g/v1", "2026-01-01T00:00:01Z")
                .noteUpdate(live, fresh);
    }

    private static JsonNode fields(ObjectNode object, int entry) {
        return object.at("/metadata/managedFields/" + entry + "/fieldsV1");
    }
}
