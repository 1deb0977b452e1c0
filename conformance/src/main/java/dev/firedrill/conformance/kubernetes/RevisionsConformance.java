package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;

/** When {@code metadata.resourceVersion} and {@code metadata.generation} move. */
@AgainstEveryForm(ControlPlane.class)
class RevisionsConformance extends ControlPlaneConformance {
    @Test
    void every_write_anywhere_raises_the_revision() {
        long first =
                created("{metadata: {name: a}}").at("/metadata/resourceVersion").asLong();
        long second =
                api.create(configMaps, configMap("{metadata: {name: b}}")).ok().revision();
        long third = api.merge(widgets + "/a", "{spec: {size: 9}}").ok().revision();
        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(third);
    }

    @Test
    void an_update_that_changes_nothing_keeps_the_revision() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        RawAnswer same = api.replace(path(made), made).is(200);
        assertThat(same.at("/metadata/resourceVersion"))
                .isEqualTo(made.at("/metadata/resourceVersion").asText());
    }

    @Test
    void a_patch_that_changes_nothing_keeps_the_revision() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        RawAnswer same = api.merge(path(made), "{spec: {size: 5}}").is(200);
        assertThat(same.at("/metadata/resourceVersion"))
                .isEqualTo(made.at("/metadata/resourceVersion").asText());
    }

    @Test
    void a_change_of_the_spec_raises_the_generation_by_one() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        assertThat(api.merge(path(made), "{spec: {size: 6}}").generation()).isEqualTo(2);
        assertThat(api.merge(path(made), "{spec: {size: 7, colour: red}}").generation())
                .isEqualTo(3);
    }

    @Test
    void a_change_of_metadata_keeps_the_generation() {
        ObjectNode made = created("{metadata: {name: a}}");
        String patch = "{metadata: {labels: {x: y}, annotations: {k: v}, finalizers: [firedrill.dev/hold]}}";
        RawAnswer labelled = api.merge(path(made), patch).ok();
        assertThat(labelled.generation()).isEqualTo(1);
        assertThat(labelled.revision())
                .isGreaterThan(made.at("/metadata/resourceVersion").asLong());
    }

    @Test
    void a_change_of_the_status_keeps_the_generation() {
        ObjectNode made = created("{metadata: {name: a}}");
        RawAnswer seen =
                api.merge(path(made) + "/status", "{status: {seen: 1}}").ok();
        assertThat(seen.generation()).isEqualTo(1);
        assertThat(seen.revision())
                .isGreaterThan(made.at("/metadata/resourceVersion").asLong());
    }

    @Test
    void a_client_cannot_set_the_generation() {
        ObjectNode made = created("{metadata: {name: a}}");
        assertThat(api.merge(path(made), "{metadata: {generation: 40, labels: {x: y}}}")
                        .generation())
                .isEqualTo(1);
    }

    @Test
    void a_config_map_has_no_generation() {
        RawAnswer made = api.create(configMaps, configMap("{metadata: {name: a}, data: {k: v}}"))
                .is(201);
        assertThat(made.has("/metadata/generation")).isFalse();
    }

    @Test
    void a_list_is_at_least_as_new_as_its_items() {
        long item =
                created("{metadata: {name: a}}").at("/metadata/resourceVersion").asLong();
        assertThat(api.get(widgets).ok().revision()).isGreaterThanOrEqualTo(item);
        assertThat(api.get(widgets).at("/kind")).isEqualTo("WidgetList");
    }

    @Test
    void without_a_status_subresource_every_change_of_content_raises_the_generation() {
        String path = Widgets.GADGETS + "/" + namespace;
        api.create(Widgets.GADGETS, Widgets.gadget("{metadata: {name: " + namespace + "}}"))
                .is(201);
        assertThat(api.merge(path, "{status: {phase: Done}}").generation()).isEqualTo(2);
        api.delete(path).is(200);
    }

    @Test
    void a_read_may_ask_for_anything_as_new_as_a_revision_that_exists() {
        ObjectNode made = created("{metadata: {name: a}}");
        String revision = made.at("/metadata/resourceVersion").asText();
        assertThat(api.get(widgets + "?resourceVersion=" + revision).names()).containsExactly("a");
        assertThat(api.get(widgets + "?resourceVersion=0").ok().status()).isEqualTo(200);
        api.get(widgets + "?resourceVersion=nonsense").isOneOf(400, 500);
    }

    /** What a client sees that remembers a revision from before a restore. */
    @Test
    void a_read_as_new_as_a_revision_of_the_future_is_refused() {
        long future = api.get(widgets).revision() + 100_000;
        api.get(widgets + "?resourceVersion=" + future).refused(504, "Timeout").saying("Too large resource version");
    }
}
