package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;

/** JSON patch, merge patch and strategic merge patch. */
@AgainstEveryForm(ControlPlane.class)
class PatchConformance extends ControlPlaneConformance {
    @Test
    void a_merge_patch_sets_and_keeps() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5, tags: {k: v}}}");
        RawAnswer patched =
                api.merge(path(made), "{spec: {colour: red, tags: {l: w}}}").is(200);
        assertThat(patched.body().path("spec")).isEqualTo(Widgets.yaml("{size: 5, colour: red, tags: {k: v, l: w}}"));
    }

    @Test
    void a_null_in_a_merge_patch_removes() {
        ObjectNode made = created("{metadata: {name: a, labels: {x: y}}, spec: {size: 5, colour: red}}");
        RawAnswer patched = api.merge(path(made), "{metadata: {labels: {x: null}}, spec: {colour: null}}")
                .is(200);
        assertThat(patched.has("/spec/colour")).isFalse();
        assertThat(patched.has("/metadata/labels/x")).isFalse();
    }

    @Test
    void a_merge_patch_replaces_a_list_as_a_whole() {
        ObjectNode made = created("{metadata: {name: a}, spec: {parts: [{name: p, count: 1}, {name: q}]}}");
        RawAnswer patched =
                api.merge(path(made), "{spec: {parts: [{name: r}]}}").is(200);
        assertThat(patched.body().at("/spec/parts")).isEqualTo(Widgets.yaml("[{name: r}]"));
    }

    @Test
    void a_merge_patch_with_an_old_revision_is_refused() {
        ObjectNode old = created("{metadata: {name: a}}");
        api.merge(path(old), "{spec: {size: 6}}").is(200);
        String revision = old.at("/metadata/resourceVersion").asText();
        api.merge(path(old), "{metadata: {resourceVersion: '" + revision + "'}, spec: {size: 7}}")
                .refused(409, "Conflict");
    }

    @Test
    void a_merge_patch_for_another_incarnation_is_refused() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 3}}");
        api.merge(path(made), "{metadata: {uid: 11111111-1111-1111-1111-111111111111}, spec: {size: 7}}")
                .isOneOf(409, 422);
        assertThat(api.get(path(made)).at("/spec/size")).isEqualTo("3");
    }

    @Test
    void a_patch_of_what_is_not_there_is_refused() {
        api.merge(widgets + "/a", "{spec: {size: 6}}").refused(404, "NotFound");
        api.jsonPatch(widgets + "/a", "[{op: add, path: /spec/size, value: 6}]").refused(404, "NotFound");
    }

    @Test
    void a_json_patch_adds_replaces_and_removes() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5, colour: red}}");
        String patch = "[{op: replace, path: /spec/size, value: 6}, {op: remove, path: /spec/colour}, "
                + "{op: add, path: /metadata/labels, value: {x: y}}]";
        RawAnswer patched = api.jsonPatch(path(made), patch).is(200);
        assertThat(patched.body().path("spec")).isEqualTo(Widgets.yaml("{size: 6}"));
        assertThat(patched.at("/metadata/labels/x")).isEqualTo("y");
    }

    @Test
    void a_json_patch_appends_to_a_list() {
        ObjectNode made = created("{metadata: {name: a}, spec: {parts: [{name: p}]}}");
        RawAnswer patched = api.jsonPatch(path(made), "[{op: add, path: /spec/parts/-, value: {name: q}}]");
        assertThat(patched.ok().body().at("/spec/parts")).isEqualTo(Widgets.yaml("[{name: p}, {name: q}]"));
    }

    @Test
    void a_json_patch_whose_test_fails_changes_nothing() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        String patch = "[{op: test, path: /spec/size, value: 4}, {op: replace, path: /spec/size, value: 6}]";
        api.jsonPatch(path(made), patch).refused(422, "Invalid");
        assertThat(api.get(path(made)).at("/spec/size")).isEqualTo("5");
    }

    @Test
    void a_json_patch_of_a_missing_path_is_refused() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        api.jsonPatch(path(made), "[{op: remove, path: /spec/colour}]").refused(422, "Invalid");
        api.jsonPatch(path(made), "[{op: replace, path: /spec/none/deeper, value: 1}]")
                .refused(422, "Invalid");
    }

    @Test
    void a_patch_is_held_to_the_schema() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.merge(path(made), "{spec: {size: 1000}}").refused(422, "Invalid");
        api.jsonPatch(path(made), "[{op: add, path: /spec/colour, value: pink}]")
                .refused(422, "Invalid");
    }

    @Test
    void a_strategic_merge_patch_fits_core_kinds_only() {
        api.create(configMaps, configMap("{metadata: {name: a}, data: {k: v, l: w}}"))
                .is(201);
        RawAnswer patched =
                api.strategic(configMaps + "/a", "{data: {k: x, l: null}}").is(200);
        assertThat(patched.body().path("data")).isEqualTo(Widgets.yaml("{k: x}"));
        created("{metadata: {name: a}}");
        api.strategic(widgets + "/a", "{spec: {size: 6}}").refused(415, "UnsupportedMediaType");
    }

    @Test
    void a_strategic_merge_patch_merges_finalizers_and_replaces_by_directive() {
        api.create(configMaps, configMap("{metadata: {name: a, finalizers: [f.dev/one]}, data: {k: v}}"))
                .is(201);
        RawAnswer merged = api.strategic(configMaps + "/a", "{metadata: {finalizers: [f.dev/two]}}")
                .is(200);
        assertThat(merged.body().at("/metadata/finalizers")).hasSize(2);
        RawAnswer replaced = api.strategic(configMaps + "/a", "{data: {$patch: replace, z: z}}")
                .is(200);
        assertThat(replaced.body().path("data")).isEqualTo(Widgets.yaml("{z: z}"));
    }

    @Test
    void a_patch_that_is_no_json_is_refused() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.send("PATCH", path(made), RawApi.MERGE, "{\"spec\":").isOneOf(400, 500);
        api.send("PATCH", path(made), RawApi.JSON_PATCH, "{\"op\": \"add\"}").isOneOf(400, 500);
    }

    @Test
    void a_patch_of_an_unknown_type_is_refused() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.send("PATCH", path(made), RawApi.JSON, "{}").refused(415, "UnsupportedMediaType");
    }

    @Test
    void a_patch_cannot_rename_an_object() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.merge(path(made), "{metadata: {name: b}}").refused(400, "BadRequest");
        api.get(widgets + "/b").is(404);
    }

    @Test
    void the_client_library_edits_by_json_patch() {
        created("{metadata: {name: a}, spec: {size: 5}}");
        var edited = client.genericKubernetesResources(Widgets.GROUP + "/v1", "Widget")
                .inNamespace(namespace)
                .withName("a")
                .edit(widget -> {
                    widget.getMetadata().setLabels(java.util.Map.of("x", "y"));
                    return widget;
                });
        assertThat(edited.getMetadata().getLabels()).containsEntry("x", "y");
    }
}
