package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.kubernetes.existing.ExistingControlPlane;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Loss and restore, as an operator's {@code etcdctl snapshot restore} has them: the store goes back, revision included. */
@AgainstEveryForm(ControlPlane.class)
class RewindConformance extends ControlPlaneConformance {
    private static final AtomicInteger POINTS = new AtomicInteger();

    /** What was there at the point comes back in every byte: identity, revision, owners of fields, status. */
    @Test
    void a_rewound_world_is_the_world_of_the_point() {
        ObjectNode kept = created("{metadata: {name: kept, labels: {x: y}}, spec: {size: 5}}");
        api.merge(path(kept) + "/status", "{status: {phase: Done}}").is(200);
        created("{metadata: {name: deleted-later}}");
        created("{metadata: {name: going, finalizers: [firedrill.dev/hold]}}");
        api.delete(widgets + "/going").is(200);
        JsonNode then = api.get(widgets).body();
        RecoveryPoint point = keep();
        api.merge(path(kept), "{metadata: {labels: {x: z}}, spec: {size: 6}}").is(200);
        api.delete(widgets + "/deleted-later").is(200);
        created("{metadata: {name: created-later}}");
        plane.rewindTo(point);
        assertThat(api.get(widgets).ok().body().path("items")).isEqualTo(then.path("items"));
    }

    /** Between scenarios the world of a point comes back as well; only revisions and who wrote which field may differ. */
    @Test
    void a_reset_world_has_the_objects_of_the_point() {
        ObjectNode kept = created("{metadata: {name: kept, labels: {x: y}}, spec: {size: 5}}");
        ObjectNode done =
                api.merge(path(kept) + "/status", "{status: {phase: Done}}").object();
        ObjectNode untouched = created("{metadata: {name: untouched}}");
        RecoveryPoint point = keep();
        api.merge(path(kept), "{metadata: {labels: {x: z}, annotations: {later: 'true'}}}")
                .is(200);
        api.merge(path(kept) + "/status", "{status: {phase: Waiting, seen: 3}}").is(200);
        api.merge(path(untouched) + "/status", "{status: {seen: 1}}").is(200);
        created("{metadata: {name: created-later, finalizers: [firedrill.dev/hold]}}");
        plane.resetTo(point);
        assertThat(api.get(widgets).ok().names()).containsExactly("kept", "untouched");
        assertThat(withoutRevision(api.get(path(kept)).object())).isEqualTo(withoutRevision(done));
        assertThat(withoutRevision(api.get(path(untouched)).object())).isEqualTo(withoutRevision(untouched));
    }

    /** What cannot be undone object by object comes back nevertheless. */
    @Test
    void a_reset_brings_back_deleted_and_changed_objects() {
        ObjectNode deleted = created("{metadata: {name: deleted-later}}");
        ObjectNode changed = created("{metadata: {name: changed-later}, spec: {size: 5}}");
        RecoveryPoint point = keep();
        api.delete(path(deleted)).is(200);
        created("{metadata: {name: deleted-later}}");
        plane.resetTo(point);
        assertThat(withoutRevision(api.get(path(deleted)).object())).isEqualTo(withoutRevision(deleted));
        api.merge(path(changed), "{spec: {size: 6}}").is(200);
        plane.resetTo(point);
        assertThat(withoutRevision(api.get(path(changed)).object())).isEqualTo(withoutRevision(changed));
    }

    @Test
    void the_revision_goes_back_and_on_from_there() {
        created("{metadata: {name: a}}");
        // Before the point is kept: a server with controllers writes on, and what it wrote after the point is not in
        // it.
        long atPoint = api.get(widgets).revision();
        RecoveryPoint point = keep();
        for (int index = 0; index < 20; index++) {
            created("{metadata: {name: later-" + index + "}}");
        }
        long before = api.get(widgets).revision();
        plane.rewindTo(point);
        assertThat(api.get(widgets).revision()).isBetween(atPoint, before - 1);
        assertThat(created("{metadata: {name: after}}")
                        .at("/metadata/resourceVersion")
                        .asLong())
                .isBetween(atPoint + 1, before);
    }

    @Test
    void a_name_that_the_rewind_freed_is_a_new_object() {
        RecoveryPoint point = keep();
        ObjectNode lost = created("{metadata: {name: a}}");
        plane.rewindTo(point);
        assertThat(created("{metadata: {name: a}}").at("/metadata/uid")).isNotEqualTo(lost.at("/metadata/uid"));
    }

    @Test
    void a_watch_ends_with_the_rewind_and_a_new_one_sees_the_old_world() throws Exception {
        created("{metadata: {name: a}}");
        RecoveryPoint point = keep();
        ObjectNode later = created("{metadata: {name: b}}");
        String revision = later.at("/metadata/resourceVersion").asText();
        try (RawWatch watch = api.watch(widgets + "?watch=true&resourceVersion=" + revision)) {
            watch.silent();
            plane.rewindTo(point);
            watch.ends();
        }
        try (RawWatch again = api.watch(widgets + "?watch=true")) {
            again.next("ADDED", "a");
            again.silent();
        }
    }

    @Test
    void a_write_from_before_the_rewind_is_refused() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        RecoveryPoint point = keep();
        ObjectNode later = api.merge(path(made), "{spec: {size: 6}}").object();
        plane.rewindTo(point);
        later.withObject("/spec").put("size", 7);
        api.replace(path(made), later).refused(409, "Conflict");
    }

    @Test
    void points_are_reached_in_any_order_and_more_than_once() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 1}}");
        RecoveryPoint first = keep();
        api.merge(path(made), "{spec: {size: 2}}").is(200);
        RecoveryPoint second = keep();
        plane.rewindTo(first);
        assertThat(api.get(path(made)).at("/spec/size")).isEqualTo("1");
        plane.rewindTo(second);
        assertThat(api.get(path(made)).at("/spec/size")).isEqualTo("2");
        plane.lose();
        plane.rewindTo(first);
        assertThat(api.get(path(made)).at("/spec/size")).isEqualTo("1");
    }

    @Test
    void a_lost_control_plane_is_an_empty_one_under_the_same_address() {
        Assumptions.assumeFalse(
                plane instanceof ExistingControlPlane, "a drill loses only what it made in somebody else's cluster");
        created("{metadata: {name: a}}");
        String drillBefore = api.get("/api/v1/namespaces/" + NAMESPACE).uid();
        String address = plane.address().kubeconfig();
        plane.lose();
        assertThat(plane.address().kubeconfig()).isEqualTo(address);
        api.get(widgets).is(404);
        // k3s makes some of its own.
        assertThat(api.get(Widgets.CRDS).names())
                .filteredOn(name -> !name.endsWith(".cattle.io"))
                .isEmpty();
        api.get("/api/v1/namespaces/" + namespace).is(404);
        assertThat(api.get("/api/v1/namespaces/" + NAMESPACE).ok().uid()).isNotEqualTo(drillBefore);
        assertThat(api.get("/api/v1/namespaces").ok().revision())
                .isLessThan(deviates(ControlPlaneDeviation.RUNS_CONTROLLERS) ? 1000 : 100);
    }

    @Test
    void a_point_can_be_kept_after_a_loss() {
        plane.lose();
        api.create("/api/v1/namespaces/" + NAMESPACE + "/configmaps", configMap("{metadata: {name: a}}"))
                .is(201);
        RecoveryPoint point = keep();
        plane.lose();
        plane.rewindTo(point);
        api.get("/api/v1/namespaces/" + NAMESPACE + "/configmaps/a").is(200);
    }

    @Test
    void every_loss_and_every_rewind_is_a_new_incarnation() {
        String first = plane.incarnation();
        RecoveryPoint point = keep();
        created("{metadata: {name: a}}");
        assertThat(plane.incarnation()).isEqualTo(first);
        plane.rewindTo(point);
        String second = plane.incarnation();
        plane.rewindTo(point);
        String third = plane.incarnation();
        plane.lose();
        assertThat(new String[] {first, second, third, plane.incarnation()}).doesNotHaveDuplicates();
    }

    @Test
    void a_point_is_kept_once_and_must_exist() {
        RecoveryPoint point = keep();
        assertThatThrownBy(() -> plane.keep(point)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plane.rewindTo(new RecoveryPoint("never-kept")))
                .isInstanceOf(IllegalArgumentException.class);
        api.get(widgets).is(200);
    }

    @Test
    void definitions_come_back_in_force() {
        RecoveryPoint point = keep();
        plane.lose();
        plane.rewindTo(point);
        api.create(widgets, Widgets.widget("{metadata: {name: a}, spec: {size: 0}}"))
                .refused(422, "Invalid");
        api.create(widgets, Widgets.widget("{metadata: {name: a}, spec: {size: 1}}"))
                .is(201);
    }

    @Test
    void a_killed_control_plane_comes_back_as_it_was() throws IOException {
        Assumptions.assumeTrue(plane instanceof Killable, "this form cannot be killed");
        ObjectNode made = created("{metadata: {name: a}}");
        String incarnation = plane.incarnation();
        ((Killable) plane).kill();
        ((Killable) plane).kill();
        ((Killable) plane).start();
        assertThat(api.get(path(made)).ok().body()).isEqualTo(made);
        assertThat(plane.incarnation()).isEqualTo(incarnation);
    }

    @Test
    void the_client_library_goes_on_after_a_rewind() {
        RecoveryPoint point = keep();
        created("{metadata: {name: a}}");
        plane.rewindTo(point);
        assertThat(client.genericKubernetesResources(Widgets.GROUP + "/v1", "Widget")
                        .inNamespace(namespace)
                        .list()
                        .getItems())
                .isEmpty();
    }

    private static ObjectNode withoutRevision(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.withObject("/metadata").remove(List.of("resourceVersion", "managedFields"));
        return copy;
    }

    private RecoveryPoint keep() {
        RecoveryPoint point = new RecoveryPoint("point-" + POINTS.incrementAndGet());
        plane.keep(point);
        return point;
    }
}
