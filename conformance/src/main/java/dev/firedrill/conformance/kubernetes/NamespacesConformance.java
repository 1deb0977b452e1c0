package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import org.junit.jupiter.api.Test;

/**
 * Namespaces of an API server on its own. The controller that empties a namespace is not part of it: a deleted namespace
 * stays Terminating until somebody finalizes it, and then its objects are still there.
 */
@AgainstEveryForm(ControlPlane.class)
class NamespacesConformance extends ControlPlaneConformance {
    @Test
    void the_namespace_of_the_drill_is_there() {
        assertThat(plane.address().namespace()).isEqualTo(NAMESPACE);
        assertThat(api.get("/api/v1/namespaces/" + NAMESPACE).ok().at("/status/phase"))
                .isEqualTo("Active");
    }

    @Test
    void the_namespace_default_is_there() {
        assertThat(api.get("/api/v1/namespaces").names()).contains("default");
    }

    @Test
    void a_new_namespace_is_active_and_held() {
        RawAnswer made = api.get("/api/v1/namespaces/" + namespace).is(200);
        assertThat(made.at("/status/phase")).isEqualTo("Active");
        assertThat(made.body().at("/spec/finalizers")).isEqualTo(Widgets.yaml("[kubernetes]"));
    }

    @Test
    void nothing_is_created_in_a_namespace_that_is_not_there() {
        api.create("/apis/" + Widgets.GROUP + "/v1/namespaces/absent/widgets", widget("{metadata: {name: a}}"))
                .refused(404, "NotFound")
                .saying("namespaces \\\"absent\\\" not found");
        api.create("/api/v1/namespaces/absent/configmaps", configMap("{metadata: {name: a}}"))
                .refused(404, "NotFound");
        api.apply("/apis/" + Widgets.GROUP + "/v1/namespaces/absent/widgets/a", "one", widget("{metadata: {name: a}}"))
                .refused(404, "NotFound");
    }

    @Test
    void a_list_in_a_namespace_that_is_not_there_is_empty() {
        assertThat(api.get("/api/v1/namespaces/absent/configmaps").names()).isEmpty();
    }

    @Test
    void a_deleted_namespace_is_terminating() {
        api.delete("/api/v1/namespaces/" + namespace).is(200);
        RawAnswer left = api.get("/api/v1/namespaces/" + namespace).is(200);
        assertThat(left.at("/status/phase")).isEqualTo("Terminating");
        assertThat(left.at("/metadata/deletionTimestamp")).isNotEmpty();
    }

    @Test
    void a_terminating_namespace_takes_nothing_new() {
        created("{metadata: {name: before}}");
        api.delete("/api/v1/namespaces/" + namespace).is(200);
        api.create(configMaps, configMap("{metadata: {name: a}}")).refused(403, "Forbidden");
        if (plane.product().real()) {
            // kube-apiserver's custom resources have an admission chain of their own, which learns of it from a watch.
            Wait.until(
                    "custom resources to be refused",
                    Patience.PROMPT,
                    () -> api.create(widgets, widget("{metadata: {name: a}}")).status() == 403);
        }
        api.create(widgets, widget("{metadata: {name: a}}"))
                .refused(403, "Forbidden")
                .saying("because it is being terminated");
    }

    @Test
    void a_terminating_namespace_lets_its_objects_be_written_and_deleted() {
        ObjectNode made = created("{metadata: {name: a}}");
        api.delete("/api/v1/namespaces/" + namespace).is(200);
        api.merge(path(made), "{spec: {size: 4}}").is(200);
        api.delete(path(made)).is(200);
        api.get(path(made)).is(404);
    }

    @Test
    void a_finalized_namespace_is_gone() {
        finalizeNamespace();
        api.get("/api/v1/namespaces/" + namespace).is(404);
        api.create(configMaps, configMap("{metadata: {name: a}}")).refused(404, "NotFound");
    }

    @Test
    void a_namespace_made_again_is_another() {
        String before = api.get("/api/v1/namespaces/" + namespace).uid();
        finalizeNamespace();
        RawAnswer again =
                api.create("/api/v1/namespaces", Widgets.namespace(namespace)).is(201);
        assertThat(again.uid()).isNotEqualTo(before);
        eventually(() -> api.create(configMaps, configMap("{metadata: {name: a}}")), made -> made.status() == 201);
    }

    @Test
    void the_objects_of_a_namespace_outlive_it() {
        ObjectNode made = created("{metadata: {name: a}}");
        finalizeNamespace();
        assertThat(api.get(path(made)).is(200).uid())
                .isEqualTo(made.at("/metadata/uid").asText());
    }

    @Test
    void a_namespace_is_named_as_a_label_of_dns() {
        for (String name : new String[] {"a.b", "A", "x".repeat(64), "-a", "a_b"}) {
            api.create("/api/v1/namespaces", Widgets.namespace(name)).refused(422, "Invalid");
        }
    }

    @Test
    void the_namespace_default_cannot_be_deleted() {
        api.delete("/api/v1/namespaces/default").refused(403, "Forbidden");
    }

    private void finalizeNamespace() {
        String path = "/api/v1/namespaces/" + namespace;
        api.delete(path).is(200);
        ObjectNode left = api.get(path).object();
        left.withObject("/spec").remove("finalizers");
        api.replace(path + "/finalize", left).ok();
    }
}
