package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Server-side apply: who owns which field. */
@AgainstEveryForm(ControlPlane.class)
class ApplyConformance extends ControlPlaneConformance {
    private static final ObjectNode RED = widget("{metadata: {name: a}, spec: {colour: red}}");
    private static final ObjectNode BLUE = widget("{metadata: {name: a}, spec: {colour: blue}}");

    @Test
    void apply_creates_what_is_not_there() {
        RawAnswer made = api.apply(widgets + "/a", "one", RED).is(201);
        assertThat(made.at("/spec/colour")).isEqualTo("red");
        assertThat(made.at("/metadata/managedFields/0/manager")).isEqualTo("one");
        assertThat(made.at("/metadata/managedFields/0/operation")).isEqualTo("Apply");
    }

    @Test
    void apply_takes_yaml() {
        String yaml =
                "apiVersion: conformance.firedrill.dev/v1\nkind: Widget\nmetadata:\n  name: a\nspec:\n  size: 7\n";
        RawAnswer made = api.send("PATCH", widgets + "/a?fieldManager=one", RawApi.APPLY, yaml)
                .is(201);
        assertThat(made.at("/spec/size")).isEqualTo("7");
    }

    @Test
    void applying_again_changes_nothing() {
        RawAnswer made = api.apply(widgets + "/a", "one", RED).is(201);
        assertThat(api.apply(widgets + "/a", "one", RED).is(200).revision()).isEqualTo(made.revision());
    }

    @Test
    void a_manager_changes_its_own_field() {
        api.apply(widgets + "/a", "one", RED).is(201);
        RawAnswer changed = api.apply(widgets + "/a", "one", BLUE).is(200);
        assertThat(changed.at("/spec/colour")).isEqualTo("blue");
        assertThat(changed.generation()).isEqualTo(2);
    }

    @Test
    void a_field_of_another_manager_is_a_conflict() {
        api.apply(widgets + "/a", "one", RED).is(201);
        RawAnswer refusal = api.apply(widgets + "/a", "two", BLUE).refused(409, "Conflict");
        refusal.saying("conflict with \\\"one\\\"");
        assertThat(refusal.blamed()).containsExactly(".spec.colour");
        assertThat(refusal.at("/details/causes/0/reason")).isEqualTo("FieldManagerConflict");
        assertThat(api.get(widgets + "/a").at("/spec/colour")).isEqualTo("red");
    }

    @Test
    void force_takes_a_field_over() {
        api.apply(widgets + "/a", "one", RED).is(201);
        RawAnswer forced = api.applyByForce(widgets + "/a", "two", BLUE).is(200);
        assertThat(forced.at("/spec/colour")).isEqualTo("blue");
        assertThat(fields(forced, "two").has("f:spec")).isTrue();
        assertThat(fields(forced, "one").path("f:spec").has("f:colour")).isFalse();
    }

    @Test
    void two_managers_may_agree_on_a_value() {
        api.apply(widgets + "/a", "one", RED).is(201);
        RawAnswer shared = api.apply(widgets + "/a", "two", RED).is(200);
        assertThat(fields(shared, "one")).isEqualTo(fields(shared, "two"));
    }

    @Test
    void managers_of_different_fields_do_not_meet() {
        api.apply(widgets + "/a", "one", RED).is(201);
        RawAnswer both = api.apply(widgets + "/a", "two", widget("{metadata: {name: a}, spec: {title: hello}}"));
        assertThat(both.is(200).at("/spec/colour")).isEqualTo("red");
        assertThat(both.at("/spec/title")).isEqualTo("hello");
    }

    @Test
    void a_field_that_its_only_manager_leaves_out_is_removed() {
        api.apply(widgets + "/a", "one", widget("{metadata: {name: a}, spec: {colour: red, title: hello}}"));
        RawAnswer left = api.apply(widgets + "/a", "one", RED).is(200);
        assertThat(left.has("/spec/title")).isFalse();
    }

    @Test
    void a_field_that_another_manager_shares_stays() {
        api.apply(widgets + "/a", "one", RED).is(201);
        api.apply(widgets + "/a", "two", RED).is(200);
        RawAnswer left = api.apply(widgets + "/a", "two", widget("{metadata: {name: a}}"))
                .is(200);
        assertThat(left.at("/spec/colour")).isEqualTo("red");
    }

    @Test
    void an_update_is_a_manager_too() {
        ObjectNode made = created("{metadata: {name: a}, spec: {colour: red}}");
        assertThat(made.at("/metadata/managedFields/0/manager").asText()).isEqualTo("conformance");
        assertThat(made.at("/metadata/managedFields/0/operation").asText()).isEqualTo("Update");
        api.apply(widgets + "/a", "one", BLUE).refused(409, "Conflict").saying("conflict with \\\"conformance\\\"");
    }

    @Test
    void an_update_takes_over_what_it_changes() {
        api.apply(widgets + "/a", "one", RED).is(201);
        RawAnswer updated = api.merge(widgets + "/a", "{spec: {colour: blue}}").is(200);
        assertThat(fields(updated, "one").path("f:spec").has("f:colour")).isFalse();
        assertThat(fields(updated, "conformance").at("/f:spec/f:colour").isMissingNode())
                .isFalse();
    }

    @Test
    void a_list_without_keys_belongs_to_one_manager_as_a_whole() {
        api.apply(widgets + "/a", "one", widget("{metadata: {name: a}, spec: {parts: [{name: p}]}}"));
        ObjectNode other = widget("{metadata: {name: a}, spec: {parts: [{name: q}]}}");
        assertThat(api.apply(widgets + "/a", "two", other)
                        .refused(409, "Conflict")
                        .blamed())
                .containsExactly(".spec.parts");
        RawAnswer forced = api.applyByForce(widgets + "/a", "two", other).is(200);
        assertThat(forced.body().at("/spec/parts")).isEqualTo(Widgets.yaml("[{name: q}]"));
    }

    @Test
    void labels_are_owned_one_by_one() {
        api.apply(widgets + "/a", "one", widget("{metadata: {name: a, labels: {x: '1'}}}"))
                .is(201);
        api.apply(widgets + "/a", "two", widget("{metadata: {name: a, labels: {y: '2'}}}"))
                .is(200);
        RawAnswer left = api.apply(widgets + "/a", "two", widget("{metadata: {name: a}}"))
                .is(200);
        assertThat(left.body().at("/metadata/labels")).isEqualTo(Widgets.yaml("{x: '1'}"));
    }

    @Test
    void apply_needs_a_manager() {
        api.send("PATCH", widgets + "/a", RawApi.APPLY, RED.toString())
                .saying("fieldManager")
                .is(422);
    }

    @Test
    void apply_of_an_object_read_from_the_server_is_refused() {
        RawAnswer made = api.apply(widgets + "/a", "one", RED).is(201);
        ObjectNode withOwners = widget("{metadata: {name: a}}");
        withOwners.withObject("/metadata").set("managedFields", made.body().at("/metadata/managedFields"));
        api.apply(widgets + "/a", "one", withOwners).refused(400, "BadRequest").saying("managedFields");
    }

    @Test
    void apply_from_an_old_revision_is_refused() {
        RawAnswer old = api.apply(widgets + "/a", "one", RED).is(201);
        api.apply(widgets + "/a", "one", BLUE).is(200);
        ObjectNode stale = widget("{metadata: {name: a}, spec: {colour: green}}");
        stale.withObject("/metadata").put("resourceVersion", old.at("/metadata/resourceVersion"));
        api.apply(widgets + "/a", "one", stale).refused(409, "Conflict");
    }

    @Test
    void apply_writes_a_status_under_its_own_manager() {
        api.apply(widgets + "/a", "one", RED).is(201);
        ObjectNode status = widget("{metadata: {name: a}, status: {phase: Done}}");
        RawAnswer applied = api.apply(widgets + "/a/status", "two", status).is(200);
        assertThat(applied.at("/status/phase")).isEqualTo("Done");
        assertThat(applied.at("/spec/colour")).isEqualTo("red");
    }

    @Test
    void apply_knows_core_kinds() {
        String path = configMaps + "/a";
        api.apply(path, "one", configMap("{metadata: {name: a}, data: {k: v}}")).is(201);
        RawAnswer both = api.apply(path, "two", configMap("{metadata: {name: a}, data: {l: w}}"))
                .is(200);
        assertThat(both.body().path("data")).isEqualTo(Widgets.yaml("{k: v, l: w}"));
        api.apply(path, "two", configMap("{metadata: {name: a}, data: {k: z}}")).refused(409, "Conflict");
    }

    @Test
    void apply_is_held_to_the_schema() {
        api.apply(widgets + "/a", "one", widget("{metadata: {name: a}, spec: {size: 1000}}"))
                .refused(422, "Invalid");
        api.get(widgets + "/a").is(404);
    }

    @Test
    void the_client_library_applies() {
        var applied = client.configMaps()
                .inNamespace(namespace)
                .resource(new io.fabric8.kubernetes.api.model.ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("a")
                        .endMetadata()
                        .addToData("k", "v")
                        .build())
                .fieldManager("one")
                .forceConflicts()
                .serverSideApply();
        assertThat(applied.getMetadata().getManagedFields().get(0).getManager()).isEqualTo("one");
    }

    private static JsonNode fields(RawAnswer reply, String manager) {
        return StreamSupport.stream(reply.body().at("/metadata/managedFields").spliterator(), false)
                .filter(entry -> entry.path("manager").asText().equals(manager))
                .map(entry -> entry.path("fieldsV1"))
                .findFirst()
                .orElseGet(() -> Widgets.object("{}"));
    }
}
