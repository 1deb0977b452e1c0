package dev.firedrill.environments.kubernetes.inprocess.patch;

import static dev.firedrill.environments.kubernetes.inprocess.Yaml.object;
import static dev.firedrill.environments.kubernetes.inprocess.Yaml.schema;
import static dev.firedrill.environments.kubernetes.inprocess.Yaml.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final Schema LISTS = schema("{properties: {"
            + "set: {type: array, x-kubernetes-list-type: set, items: {type: string}},"
            + "map: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: {type: object}},"
            + "atomic: {type: array, items: {type: string}}}}");

    @Test
    void a_merge_patch_merges_objects_and_removes_nulls() {
        assertThat(MergePatch.apply(
                        object("{a: {b: 1, c: 2}, l: [1, 2]}"), tree("{a: {b: null, d: {e: null}}, l: [3]}")))
                .isEqualTo(tree("{a: {c: 2, d: {}}, l: [3]}"));
    }

    @Test
    void a_json_patch_is_carried_out_step_by_step() {
        assertThat(JsonPatches.apply(
                        tree("{a: {b: 1}}"),
                        tree("[{op: add, path: /a/c, value: 2}, {op: move, from: /a/c, path: /d},"
                                + "{op: remove, path: /a/b}, {op: test, path: /d, value: 2}]")))
                .isEqualTo(tree("{a: {}, d: 2}"));
    }

    @Test
    void a_json_patch_that_does_not_fit_is_refused() {
        for (String patch : new String[] {
            "[{op: test, path: /a, value: 2}]",
            "[{op: remove, path: /b}]",
            "[{op: replace, path: /b/c, value: 1}]",
            "[{op: leap, path: /a}]",
            "[{op: add, path: a, value: 1}]",
        }) {
            assertThatThrownBy(() -> JsonPatches.apply(tree("{a: 1}"), tree(patch)))
                    .as(patch)
                    .isInstanceOfSatisfying(
                            StatusError.class, error -> assertThat(error.code()).isEqualTo(422));
        }
        assertThatThrownBy(() -> JsonPatches.apply(tree("{a: 1}"), tree("{op: add}")))
                .isInstanceOfSatisfying(
                        StatusError.class, error -> assertThat(error.code()).isEqualTo(400));
    }

    @Test
    void a_strategic_patch_merges_lists_by_their_keys() {
        assertThat(StrategicMergePatch.apply(
                        object("{set: [a, b], map: [{name: x, v: 1}, {name: y, v: 1}], atomic: [a]}"),
                        tree(
                                "{set: [b, c], map: [{name: y, v: 2}, {name: z}, {name: x, $patch: delete}], atomic: [b]}"),
                        LISTS))
                .isEqualTo(tree("{set: [a, b, c], map: [{name: y, v: 2}, {name: z}], atomic: [b]}"));
    }

    @Test
    void a_strategic_patch_takes_directives() {
        assertThat(StrategicMergePatch.apply(
                        object("{set: [a, b], data: {x: 1}, kept: {a: 1, b: 2}, map: [{name: x}]}"),
                        tree("{$deleteFromPrimitiveList/set: [a], data: {$patch: replace, y: 2},"
                                + "kept: {$retainKeys: [b]}, map: [{$patch: replace}, {name: n}],"
                                + "$setElementOrder/set: [b]}"),
                        LISTS))
                .isEqualTo(tree("{set: [b], data: {y: 2}, kept: {b: 2}, map: [{name: n}]}"));
    }
}
