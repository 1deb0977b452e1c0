package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.gadget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;

/** The status subresource keeps the writers of spec and of status apart. */
@AgainstEveryForm(ControlPlane.class)
class StatusConformance extends ControlPlaneConformance {
    @Test
    void a_status_given_at_creation_is_dropped() {
        assertThat(created("{metadata: {name: a}, status: {phase: Done}}").has("status"))
                .isFalse();
    }

    @Test
    void an_update_of_the_object_leaves_the_status_alone() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.merge(path(made) + "/status", "{status: {phase: Done}}").is(200);
        RawAnswer updated = api.merge(path(made), "{spec: {size: 8}, status: {phase: Waiting}}")
                .is(200);
        assertThat(updated.at("/status/phase")).isEqualTo("Done");
        assertThat(updated.at("/spec/size")).isEqualTo("8");
    }

    @Test
    void an_update_of_the_status_leaves_the_object_alone() {
        ObjectNode made = created("{metadata: {name: a, labels: {x: old}}, spec: {size: 5}}");
        made.withObject("/spec").put("size", 6);
        made.withObject("/metadata/labels").put("x", "new");
        made.putObject("status").put("phase", "Done");
        RawAnswer updated = api.replace(path(made) + "/status", made).is(200);
        assertThat(updated.at("/status/phase")).isEqualTo("Done");
        assertThat(updated.at("/spec/size")).isEqualTo("5");
        assertThat(updated.at("/metadata/labels/x")).isEqualTo("old");
    }

    @Test
    void an_update_of_the_status_from_an_old_revision_is_refused() {
        ObjectNode old = created("{metadata: {name: a}}");
        api.merge(path(old), "{spec: {size: 6}}").is(200);
        old.putObject("status").put("phase", "Done");
        api.replace(path(old) + "/status", old).refused(409, "Conflict");
    }

    @Test
    void a_status_is_read_through_its_subresource() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        assertThat(api.get(path(made) + "/status").is(200).body()).isEqualTo(made);
    }

    @Test
    void a_status_is_patched_in_place() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.merge(path(made) + "/status", "{status: {phase: Waiting, seen: 1}}").is(200);
        String patch = "[{op: replace, path: /status/phase, value: Done}]";
        RawAnswer patched = api.jsonPatch(path(made) + "/status", patch).is(200);
        assertThat(patched.body().path("status")).isEqualTo(Widgets.yaml("{phase: Done, seen: 1}"));
    }

    @Test
    void the_status_is_held_to_its_schema() {
        ObjectNode made = created("{metadata: {name: a}}");
        assertThat(api.merge(path(made) + "/status", "{status: {phase: Burning}}")
                        .refused(422, "Invalid")
                        .blamed())
                .contains("status.phase");
    }

    @Test
    void the_status_of_what_is_not_there_is_refused() {
        api.merge(widgets + "/a/status", "{status: {phase: Done}}").refused(404, "NotFound");
    }

    @Test
    void a_kind_without_the_subresource_has_an_ordinary_status() {
        String path = Widgets.GADGETS + "/" + namespace;
        RawAnswer made =
                api.create(Widgets.GADGETS, gadget("{metadata: {name: " + namespace + "}, status: {phase: Done}}"));
        assertThat(made.is(201).at("/status/phase")).isEqualTo("Done");
        api.get(path + "/status").is(404);
        api.delete(path).is(200);
    }

    @Test
    void an_unknown_subresource_is_not_found() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.get(path(made) + "/scale").is(404);
        api.get(path(made) + "/anything").is(404);
    }
}
