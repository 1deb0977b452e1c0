package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;

/** Creating, reading, updating and deleting. */
@AgainstEveryForm(ControlPlane.class)
class ObjectsConformance extends ControlPlaneConformance {
    @Test
    void a_new_object_gets_identity_and_revision() {
        RawAnswer made = api.create(widgets, widget("{metadata: {name: a}, spec: {size: 5}}"))
                .is(201);
        assertThat(made.uid()).matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(made.revision()).isPositive();
        assertThat(made.generation()).isEqualTo(1);
        assertThat(made.at("/metadata/creationTimestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(made.at("/metadata/namespace")).isEqualTo(namespace);
    }

    @Test
    void an_object_reads_back_as_it_was_answered() {
        ObjectNode made = created("{metadata: {name: a, labels: {x: y}}, spec: {size: 5, tags: {k: v}}}");
        assertThat(api.get(path(made)).is(200).body()).isEqualTo(made);
    }

    @Test
    void creating_a_name_twice_is_refused() {
        created("{metadata: {name: a}}");
        api.create(widgets, widget("{metadata: {name: a}}"))
                .refused(409, "AlreadyExists")
                .saying("\\\"a\\\" already exists");
    }

    @Test
    void the_same_name_is_free_in_another_namespace() {
        created("{metadata: {name: a}}");
        String elsewhere = "/apis/" + Widgets.GROUP + "/v1/namespaces/" + newNamespace() + "/widgets";
        api.create(elsewhere, widget("{metadata: {name: a}}")).is(201);
    }

    @Test
    void an_object_with_a_revision_cannot_be_created() {
        RawAnswer refusal = api.create(widgets, widget("{metadata: {name: a, resourceVersion: '7'}}"));
        assertThat(refusal.status()).as(refusal.text()).isGreaterThanOrEqualTo(400);
        refusal.saying("resourceVersion should not be set on objects to be created");
        api.get(widgets + "/a").is(404);
    }

    @Test
    void server_made_fields_of_a_new_object_are_ignored() {
        ObjectNode made = created("{metadata: {name: a, uid: mine, generation: 9, "
                + "creationTimestamp: '2001-01-01T00:00:00Z', deletionTimestamp: '2001-01-01T00:00:00Z'}}");
        assertThat(made.at("/metadata/uid").asText()).isNotEqualTo("mine");
        assertThat(made.at("/metadata/generation").asInt()).isEqualTo(1);
        assertThat(made.at("/metadata/creationTimestamp").asText()).doesNotStartWith("2001");
        assertThat(made.at("/metadata").has("deletionTimestamp")).isFalse();
    }

    @Test
    void an_update_replaces_the_whole_object() {
        ObjectNode made = created("{metadata: {name: a, labels: {x: y}}, spec: {size: 5, colour: red}}");
        made.withObject("/metadata").remove("labels");
        made.withObject("/spec").put("size", 6).remove("colour");
        RawAnswer updated = api.replace(path(made), made).is(200);
        assertThat(updated.body().path("spec")).isEqualTo(Widgets.yaml("{size: 6}"));
        assertThat(updated.has("/metadata/labels")).isFalse();
    }

    @Test
    void an_update_of_an_old_revision_is_refused() {
        ObjectNode old = created("{metadata: {name: a}, spec: {size: 5}}");
        api.merge(path(old), "{spec: {size: 6}}").is(200);
        old.withObject("/spec").put("size", 7);
        api.replace(path(old), old).refused(409, "Conflict").saying("the object has been modified");
        assertThat(api.get(path(old)).at("/spec/size")).isEqualTo("6");
    }

    @Test
    void a_custom_resource_cannot_be_updated_without_a_revision() {
        created("{metadata: {name: a}}");
        api.replace(widgets + "/a", widget("{metadata: {name: a}, spec: {size: 6}}"))
                .refused(422, "Invalid")
                .saying("metadata.resourceVersion");
    }

    @Test
    void a_config_map_can_be_updated_without_a_revision() {
        api.create(configMaps, configMap("{metadata: {name: a}, data: {k: v}}")).is(201);
        RawAnswer updated = api.replace(configMaps + "/a", configMap("{metadata: {name: a}, data: {k: w}}"))
                .is(200);
        assertThat(updated.at("/data/k")).isEqualTo("w");
    }

    @Test
    void an_update_of_what_is_not_there_is_refused() {
        api.replace(widgets + "/a", widget("{metadata: {name: a, resourceVersion: '1'}}"))
                .refused(404, "NotFound");
    }

    @Test
    void an_update_cannot_rename_an_object() {
        ObjectNode made = created("{metadata: {name: a}}");
        made.withObject("/metadata").put("name", "b");
        api.replace(widgets + "/a", made).refused(400, "BadRequest");
    }

    @Test
    void an_update_of_another_incarnation_is_refused() {
        ObjectNode made = created("{metadata: {name: a}}");
        made.withObject("/metadata").put("uid", "11111111-1111-1111-1111-111111111111");
        api.replace(path(made), made).refused(409, "Conflict").saying("UID");
    }

    @Test
    void an_update_cannot_change_creation_time() {
        ObjectNode made = created("{metadata: {name: a}}");
        String when = made.at("/metadata/creationTimestamp").asText();
        made.withObject("/metadata").put("creationTimestamp", "2001-01-01T00:00:00Z");
        made.withObject("/metadata").putObject("labels").put("x", "y");
        assertThat(api.replace(path(made), made).ok().at("/metadata/creationTimestamp"))
                .isEqualTo(when);
    }

    @Test
    void a_body_for_another_namespace_is_refused() {
        api.create(widgets, widget("{metadata: {name: a, namespace: elsewhere}}"))
                .refused(400, "BadRequest");
    }

    @Test
    void a_body_of_another_kind_is_refused() {
        api.create(widgets, widget("{metadata: {name: a}}").put("kind", "Gizmo"))
                .refused(422, "Invalid");
        api.create(widgets, widget("{metadata: {name: a}}").put("apiVersion", "other.dev/v1"))
                .refused(400, "BadRequest");
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        api.send("POST", widgets, RawApi.JSON, "{\"metadata\":").refused(400, "BadRequest");
    }

    @Test
    void a_deleted_object_is_gone() {
        ObjectNode made = created("{metadata: {name: a}}");
        RawAnswer deleted = api.delete(path(made)).is(200);
        assertThat(deleted.at("/status")).isEqualTo("Success");
        assertThat(deleted.at("/details/uid"))
                .isEqualTo(made.at("/metadata/uid").asText());
        api.get(path(made)).refused(404, "NotFound").saying("widgets.conformance.firedrill.dev \\\"a\\\" not found");
        assertThat(api.get(widgets).names()).isEmpty();
    }

    @Test
    void deleting_what_is_not_there_is_refused() {
        api.delete(widgets + "/a").refused(404, "NotFound");
    }

    @Test
    void a_deletion_meant_for_another_incarnation_is_refused() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.delete(path(made), "{uid: 11111111-1111-1111-1111-111111111111}")
                .refused(409, "Conflict")
                .saying("UID");
        api.get(path(made)).is(200);
    }

    @Test
    void a_deletion_meant_for_an_old_revision_is_refused() {
        ObjectNode old = created("{metadata: {name: a}}");
        api.merge(path(old), "{spec: {size: 6}}").is(200);
        String revision = old.at("/metadata/resourceVersion").asText();
        api.delete(path(old), "{resourceVersion: '" + revision + "'}").refused(409, "Conflict");
        api.get(path(old)).is(200);
    }

    @Test
    void a_deletion_that_names_incarnation_and_revision_is_done() {
        ObjectNode made = created("{metadata: {name: a}}");
        String uid = made.at("/metadata/uid").asText();
        String revision = made.at("/metadata/resourceVersion").asText();
        api.delete(path(made), "{uid: " + uid + ", resourceVersion: '" + revision + "'}")
                .is(200);
        api.get(path(made)).is(404);
    }

    @Test
    void a_name_used_again_is_another_object() {
        ObjectNode first = created("{metadata: {name: a}}");
        api.delete(path(first)).is(200);
        ObjectNode second = created("{metadata: {name: a}}");
        assertThat(second.at("/metadata/uid")).isNotEqualTo(first.at("/metadata/uid"));
        assertThat(second.at("/metadata/resourceVersion").asLong())
                .isGreaterThan(first.at("/metadata/resourceVersion").asLong());
    }

    @Test
    void a_collection_is_deleted_by_selector() {
        created("{metadata: {name: a, labels: {go: 'yes'}}}");
        created("{metadata: {name: b, labels: {go: 'yes'}}}");
        created("{metadata: {name: c}}");
        api.delete(widgets + "?labelSelector=go%3Dyes").is(200);
        assertThat(api.get(widgets).names()).containsExactly("c");
    }

    @Test
    void a_cluster_wide_resource_needs_no_namespace() {
        api.create(Widgets.GADGETS, Widgets.gadget("{metadata: {name: " + namespace + "}, spec: {size: 1}}"))
                .is(201);
        assertThat(api.get(Widgets.GADGETS + "/" + namespace).ok().has("/metadata/namespace"))
                .isFalse();
        api.delete(Widgets.GADGETS + "/" + namespace).is(200);
    }
}
