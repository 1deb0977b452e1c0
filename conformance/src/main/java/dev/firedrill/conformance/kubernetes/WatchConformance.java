package dev.firedrill.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Watches: live, with history, with bookmarks, and their end. */
@AgainstEveryForm(ControlPlane.class)
class WatchConformance extends ControlPlaneConformance {
    @Test
    void a_watch_tells_of_every_change() throws IOException {
        try (RawWatch watch = watchFromNow("")) {
            ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
            assertThat(watch.next("ADDED")).isEqualTo(made);
            api.merge(path(made), "{spec: {size: 6}}").is(200);
            assertThat(watch.next("MODIFIED", "a").at("/spec/size").asInt()).isEqualTo(6);
            api.delete(path(made)).is(200);
            assertThat(watch.next("DELETED", "a").at("/spec/size").asInt()).isEqualTo(6);
        }
    }

    @Test
    void a_deletion_is_newer_than_the_last_change() throws IOException {
        ObjectNode made = created("{metadata: {name: a}}");
        try (RawWatch watch = watchFromNow("")) {
            api.delete(path(made)).is(200);
            assertThat(revision(watch.next("DELETED", "a")))
                    .isGreaterThan(made.at("/metadata/resourceVersion").asLong());
        }
    }

    @Test
    void a_watch_without_revision_begins_with_what_is_there() throws IOException {
        created("{metadata: {name: b}}");
        created("{metadata: {name: a}}");
        try (RawWatch watch = api.watch(widgets + "?watch=true")) {
            List<String> first = List.of(name(watch.next("ADDED")), name(watch.next("ADDED")));
            assertThat(first).containsExactlyInAnyOrder("a", "b");
            created("{metadata: {name: c}}");
            watch.next("ADDED", "c");
        }
    }

    @Test
    void a_watch_from_revision_zero_begins_with_what_is_there() throws IOException {
        created("{metadata: {name: a}}");
        try (RawWatch watch = api.watch(widgets + "?watch=true&resourceVersion=0")) {
            watch.next("ADDED", "a");
        }
    }

    @Test
    void a_watch_from_an_old_revision_replays_what_happened_since() throws IOException {
        long revision = api.get(widgets).revision();
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        api.merge(path(made), "{spec: {size: 6}}").is(200);
        api.delete(path(made)).is(200);
        created("{metadata: {name: b}}");
        try (RawWatch watch = api.watch(widgets + "?watch=true&resourceVersion=" + revision)) {
            assertThat(watch.next("ADDED", "a").at("/spec/size").asInt()).isEqualTo(5);
            watch.next("MODIFIED", "a");
            watch.next("DELETED", "a");
            watch.next("ADDED", "b");
        }
    }

    @Test
    void a_watch_skips_what_happened_up_to_its_revision() throws IOException {
        ObjectNode made = created("{metadata: {name: a}}");
        String revision = made.at("/metadata/resourceVersion").asText();
        try (RawWatch watch = api.watch(widgets + "?watch=true&resourceVersion=" + revision)) {
            watch.silent();
            created("{metadata: {name: b}}");
            watch.next("ADDED", "b");
        }
    }

    @Test
    void a_revision_that_is_forgotten_is_expired() throws Exception {
        created("{metadata: {name: a}}");
        try (RawWatch watch = api.watch(widgets + "?watch=true&resourceVersion=1")) {
            JsonNode status = watch.next("ERROR");
            assertThat(status.path("code").asInt()).isEqualTo(410);
            assertThat(status.path("reason").asText()).isEqualTo("Expired");
            watch.ends();
        }
    }

    @Test
    void a_labelled_watch_sees_objects_turn_in_and_out() throws IOException {
        ObjectNode made = created("{metadata: {name: a}}");
        try (RawWatch watch = watchFromNow("&labelSelector=on%3Dyes")) {
            api.merge(path(made), "{metadata: {labels: {on: 'no'}}}").is(200);
            api.merge(path(made), "{metadata: {labels: {on: 'yes'}}}").is(200);
            watch.next("ADDED", "a");
            api.merge(path(made), "{spec: {size: 6}}").is(200);
            watch.next("MODIFIED", "a");
            api.merge(path(made), "{metadata: {labels: {on: null}}}").is(200);
            watch.next("DELETED", "a");
            api.delete(path(made)).is(200);
            watch.silent();
        }
    }

    /** What such a watch calls deleted carries the labels that still fitted, and the revision of the change. */
    @Test
    void an_object_that_turns_out_is_told_in_its_former_state() throws IOException {
        ObjectNode made = created("{metadata: {name: a, labels: {on: 'yes'}}}");
        try (RawWatch watch = watchFromNow("&labelSelector=on%3Dyes")) {
            RawAnswer turned =
                    api.merge(path(made), "{metadata: {labels: {on: 'no'}}}").is(200);
            JsonNode told = watch.next("DELETED", "a");
            assertThat(told.at("/metadata/labels/on").asText()).isEqualTo("yes");
            assertThat(revision(told)).isEqualTo(turned.revision());
        }
    }

    @Test
    void a_watch_of_one_name_is_deaf_to_others() throws IOException {
        try (RawWatch watch = watchFromNow("&fieldSelector=metadata.name%3Db")) {
            created("{metadata: {name: a}}");
            created("{metadata: {name: b}}");
            watch.next("ADDED", "b");
        }
    }

    @Test
    void a_watch_of_a_namespace_is_deaf_to_others() throws IOException {
        try (RawWatch watch = watchFromNow("")) {
            String other = "/apis/" + Widgets.GROUP + "/v1/namespaces/" + newNamespace() + "/widgets";
            api.create(other, Widgets.widget("{metadata: {name: a}}")).is(201);
            created("{metadata: {name: b}}");
            watch.next("ADDED", "b");
        }
    }

    @Test
    void a_watch_over_all_namespaces_hears_them_all() throws IOException {
        String everywhere = "/apis/" + Widgets.GROUP + "/v1/widgets";
        long revision = api.get(everywhere).revision();
        try (RawWatch watch = api.watch(everywhere + "?watch=true&resourceVersion=" + revision)) {
            created("{metadata: {name: a}}");
            assertThat(watch.next("ADDED", "a").at("/metadata/namespace").asText())
                    .isEqualTo(namespace);
        }
    }

    @Test
    void a_change_of_nothing_is_not_told() throws IOException {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        try (RawWatch watch = watchFromNow("")) {
            api.merge(path(made), "{spec: {size: 5}}").is(200);
            watch.silent();
        }
    }

    @Test
    void a_held_deletion_is_two_events() throws IOException {
        ObjectNode made = created("{metadata: {name: a, finalizers: [firedrill.dev/hold]}}");
        try (RawWatch watch = watchFromNow("")) {
            api.delete(path(made)).is(200);
            assertThat(watch.next("MODIFIED", "a")
                            .at("/metadata/deletionTimestamp")
                            .asText())
                    .isNotEmpty();
            api.merge(path(made), "{metadata: {finalizers: null}}").is(200);
            watch.next("DELETED", "a");
        }
    }

    /** Here the watch has come past a change that is none of its business. */
    @Test
    void a_bookmark_tells_how_far_a_watch_has_come() throws IOException {
        String elsewhere = "/apis/" + Widgets.GROUP + "/v1/namespaces/" + newNamespace() + "/widgets";
        try (RawWatch watch = watchFromNow("&allowWatchBookmarks=true&timeoutSeconds=4")) {
            long change = api.create(elsewhere, Widgets.widget("{metadata: {name: a}}"))
                    .ok()
                    .revision();
            JsonNode mark = watch.next("BOOKMARK");
            assertThat(revision(mark)).isGreaterThanOrEqualTo(change);
            assertThat(mark.path("kind").asText()).isEqualTo("Widget");
            assertThat(mark.at("/metadata").has("name")).isFalse();
        }
    }

    @Test
    void nobody_gets_a_bookmark_who_did_not_ask() throws Exception {
        String elsewhere = "/apis/" + Widgets.GROUP + "/v1/namespaces/" + newNamespace() + "/widgets";
        try (RawWatch watch = watchFromNow("&timeoutSeconds=3")) {
            api.create(elsewhere, Widgets.widget("{metadata: {name: a}}")).ok();
            watch.ends();
            watch.silent();
        }
    }

    @Test
    void a_watch_ends_when_its_time_is_up() throws Exception {
        try (RawWatch watch = watchFromNow("&timeoutSeconds=1")) {
            watch.ends();
        }
    }

    @Test
    void core_kinds_are_watched_too() throws IOException {
        long revision = api.get(configMaps).revision();
        try (RawWatch watch =
                api.watch(configMaps + "?watch=true&fieldSelector=metadata.name%3Da&resourceVersion=" + revision)) {
            api.create(configMaps, Widgets.configMap("{metadata: {name: a}}")).is(201);
            watch.next("ADDED", "a");
        }
    }

    /** What a client meets that comes back with a revision from before a restore: silence, until the past catches up. */
    @Test
    void a_watch_from_the_future_is_silent_until_then() throws IOException {
        assumeAlone();
        long revision = api.get(widgets).revision() + 2;
        try (RawWatch watch = api.watch(widgets + "?watch=true&resourceVersion=" + revision)) {
            created("{metadata: {name: a}}");
            created("{metadata: {name: b}}");
            watch.silent();
            created("{metadata: {name: c}}");
            watch.next("ADDED", "c");
        }
    }

    private RawWatch watchFromNow(String query) {
        return api.watch(
                widgets + "?watch=true&resourceVersion=" + api.get(widgets).revision() + query);
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static long revision(JsonNode object) {
        return object.at("/metadata/resourceVersion").asLong();
    }
}
