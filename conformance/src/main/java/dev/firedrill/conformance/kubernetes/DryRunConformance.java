package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;

/** A dry run is checked and answered like the real thing, and stores nothing. */
@AgainstEveryForm(ControlPlane.class)
class DryRunConformance extends ControlPlaneConformance {
    private static final String DRY = "?dryRun=All";

    @Test
    void a_dry_creation_stores_nothing() {
        RawAnswer answer = api.create(widgets + DRY, widget("{metadata: {name: a}, spec: {}}"))
                .is(201);
        assertThat(answer.at("/spec/size")).isEqualTo("3");
        assertThat(answer.uid()).isNotEmpty();
        api.get(widgets + "/a").is(404);
    }

    @Test
    void a_dry_creation_is_checked() {
        api.create(widgets + DRY, widget("{metadata: {name: a}, spec: {size: 0}}"))
                .refused(422, "Invalid");
        created("{metadata: {name: b}}");
        api.create(widgets + DRY, widget("{metadata: {name: b}}")).refused(409, "AlreadyExists");
    }

    @Test
    void a_dry_update_stores_nothing() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        made.withObject("/spec").put("size", 6);
        assertThat(api.replace(path(made) + DRY, made).is(200).at("/spec/size")).isEqualTo("6");
        assertThat(api.get(path(made)).at("/spec/size")).isEqualTo("5");
    }

    @Test
    void a_dry_patch_stores_nothing() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        assertThat(api.merge(path(made) + DRY, "{spec: {size: 6}}").is(200).at("/spec/size"))
                .isEqualTo("6");
        assertThat(api.get(path(made)).body()).isEqualTo(made);
    }

    @Test
    void a_dry_apply_stores_nothing() {
        ObjectNode body = widget("{metadata: {name: b}}");
        api.send("PATCH", widgets + "/b?fieldManager=one&dryRun=All", RawApi.APPLY, body.toString())
                .is(201);
        api.get(widgets + "/b").is(404);
    }

    @Test
    void a_dry_deletion_deletes_nothing() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.delete(path(made) + DRY).is(200);
        assertThat(api.get(path(made)).is(200).body()).isEqualTo(made);
    }

    @Test
    void a_dry_deletion_of_a_held_object_marks_nothing() {
        ObjectNode made = created("{metadata: {name: a, finalizers: [firedrill.dev/hold]}}");
        api.delete(path(made) + DRY).is(200);
        assertThat(api.get(path(made)).has("/metadata/deletionTimestamp")).isFalse();
    }

    @Test
    void a_dry_run_does_not_move_the_revision() {
        assumeAlone();
        long before = api.get(widgets).revision();
        api.create(widgets + DRY, widget("{metadata: {name: a}}")).is(201);
        assertThat(created("{metadata: {name: b}}")
                        .at("/metadata/resourceVersion")
                        .asLong())
                .isEqualTo(before + 1);
    }

    @Test
    void only_all_is_a_kind_of_dry_run() {
        api.create(widgets + "?dryRun=Some", widget("{metadata: {name: a}}")).isOneOf(400, 422);
        api.get(widgets + "/a").is(404);
    }
}
