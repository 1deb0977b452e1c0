package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;

/** Finalizers hold an object back after its deletion. */
@AgainstEveryForm(ControlPlane.class)
class DeletionConformance extends ControlPlaneConformance {
    private static final String HELD = "{metadata: {name: a, finalizers: [firedrill.dev/hold]}}";
    private static final String RELEASE = "{metadata: {finalizers: null}}";

    @Test
    void a_held_object_stays_and_is_marked() {
        ObjectNode made = created(HELD);
        RawAnswer marked = api.delete(path(made)).is(200);
        assertThat(marked.at("/kind")).isEqualTo("Widget");
        RawAnswer left = api.get(path(made)).is(200);
        assertThat(left.at("/metadata/deletionTimestamp")).matches("\\d{4}-.*Z");
        assertThat(left.at("/metadata/deletionGracePeriodSeconds")).isEqualTo("0");
        assertThat(left.uid()).isEqualTo(made.at("/metadata/uid").asText());
    }

    @Test
    void the_mark_counts_as_a_change_of_the_object() {
        ObjectNode made = created(HELD);
        api.delete(path(made)).is(200);
        RawAnswer left = api.get(path(made));
        assertThat(left.generation()).isEqualTo(2);
        assertThat(left.revision())
                .isGreaterThan(made.at("/metadata/resourceVersion").asLong());
    }

    @Test
    void a_second_deletion_changes_nothing() {
        ObjectNode made = created(HELD);
        api.delete(path(made)).is(200);
        long revision = api.get(path(made)).revision();
        api.delete(path(made)).is(200);
        assertThat(api.get(path(made)).revision()).isEqualTo(revision);
    }

    @Test
    void the_object_goes_when_a_patch_clears_the_last_finalizer() {
        ObjectNode made = created("{metadata: {name: a, finalizers: [firedrill.dev/one, firedrill.dev/two]}}");
        api.delete(path(made)).is(200);
        api.merge(path(made), "{metadata: {finalizers: [firedrill.dev/two]}}").is(200);
        api.get(path(made)).is(200);
        api.merge(path(made), RELEASE).is(200);
        api.get(path(made)).is(404);
    }

    @Test
    void the_object_goes_when_an_update_clears_the_last_finalizer() {
        ObjectNode made = created(HELD);
        api.delete(path(made)).is(200);
        ObjectNode left = api.get(path(made)).object();
        left.withObject("/metadata").remove("finalizers");
        api.replace(path(made), left).is(200);
        api.get(path(made)).is(404);
    }

    @Test
    void clearing_finalizers_alone_deletes_nothing() {
        ObjectNode made = created(HELD);
        api.merge(path(made), RELEASE).is(200);
        api.get(path(made)).is(200);
    }

    @Test
    void a_marked_object_can_still_be_written() {
        ObjectNode made = created(HELD);
        api.delete(path(made)).is(200);
        assertThat(api.merge(path(made), "{spec: {size: 9}}").is(200).at("/spec/size"))
                .isEqualTo("9");
        api.merge(path(made) + "/status", "{status: {phase: Done}}").is(200);
    }

    @Test
    void a_marked_object_takes_no_new_finalizer() {
        ObjectNode made = created(HELD);
        api.delete(path(made)).is(200);
        api.merge(path(made), "{metadata: {finalizers: [firedrill.dev/hold, firedrill.dev/late]}}")
                .isOneOf(403, 422);
        assertThat(api.get(path(made)).body().at("/metadata/finalizers")).hasSize(1);
    }

    @Test
    void the_mark_cannot_be_taken_back() {
        ObjectNode made = created(HELD);
        api.delete(path(made)).is(200);
        api.merge(path(made), "{metadata: {deletionTimestamp: null}}");
        assertThat(api.get(path(made)).at("/metadata/deletionTimestamp")).isNotEmpty();
    }

    @Test
    void a_marked_name_is_still_taken() {
        ObjectNode made = created(HELD);
        api.delete(path(made)).is(200);
        api.create(widgets, Widgets.widget("{metadata: {name: a}}")).refused(409, "AlreadyExists");
    }

    @Test
    void a_finalizer_must_be_a_qualified_name() {
        api.create(widgets, Widgets.widget("{metadata: {name: a, finalizers: ['not a name']}}"))
                .refused(422, "Invalid");
    }

    @Test
    void core_kinds_are_held_too() {
        api.create(configMaps, configMap(HELD)).is(201);
        api.delete(configMaps + "/a").is(200);
        assertThat(api.get(configMaps + "/a").at("/metadata/deletionTimestamp")).isNotEmpty();
        api.merge(configMaps + "/a", RELEASE).is(200);
        api.get(configMaps + "/a").is(404);
    }

    @Test
    void foreground_deletion_waits_for_a_collector() {
        assumeAlone();
        ObjectNode made = created("{metadata: {name: a}}");
        api.delete(path(made) + "?propagationPolicy=Foreground").is(200);
        assertThat(api.get(path(made)).body().at("/metadata/finalizers").toString())
                .contains("foregroundDeletion");
    }

    /** The collector of garbage is a controller, which a bare API server does not run. */
    @Test
    void an_owners_deletion_leaves_what_it_owns() {
        assumeAlone();
        ObjectNode owner = created("{metadata: {name: owner}}");
        String uid = owner.at("/metadata/uid").asText();
        created("{metadata: {name: owned, ownerReferences: [{apiVersion: conformance.firedrill.dev/v1, kind: Widget, "
                + "name: owner, uid: " + uid + "}]}}");
        api.delete(path(owner)).is(200);
        assertThat(api.get(widgets + "/owned").ok().at("/metadata/ownerReferences/0/uid"))
                .isEqualTo(uid);
    }

    @Test
    void an_owner_must_be_named_in_full() {
        api.create(
                        widgets,
                        Widgets.widget(
                                "{metadata: {name: a, ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: b}]}}"))
                .refused(422, "Invalid");
    }
}
