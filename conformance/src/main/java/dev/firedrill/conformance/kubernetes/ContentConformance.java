package dev.firedrill.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Forms of bodies, and the form of refusals. */
@AgainstEveryForm(ControlPlane.class)
class ContentConformance extends ControlPlaneConformance {
    @Test
    void a_body_may_be_yaml() {
        String yaml = "apiVersion: conformance.firedrill.dev/v1\nkind: Widget\nmetadata:\n  name: a\n";
        api.send("POST", widgets, "application/yaml", yaml).is(201);
        api.get(widgets + "/a").is(200);
    }

    @Test
    void a_body_of_another_kind_of_content_is_refused() {
        String json = Widgets.widget("{metadata: {name: a}}").toString();
        api.send("POST", widgets, "text/plain", json).refused(415, "UnsupportedMediaType");
        api.send("POST", widgets, "application/xml", "<widget/>").refused(415, "UnsupportedMediaType");
        api.get(widgets + "/a").is(404);
    }

    @Test
    void answers_are_json() {
        ObjectNode made = created("{metadata: {name: a}}");
        assertThat(api.get(path(made)).type()).startsWith("application/json");
        assertThat(api.get(widgets).type()).startsWith("application/json");
        assertThat(api.get(widgets + "/absent").type()).startsWith("application/json");
    }

    @Test
    void an_item_of_a_custom_list_names_its_kind() {
        created("{metadata: {name: a}}");
        RawAnswer list = api.get(widgets).ok();
        assertThat(list.at("/items/0/kind")).isEqualTo("Widget");
        assertThat(list.at("/items/0/apiVersion")).isEqualTo(Widgets.GROUP + "/v1");
    }

    @Test
    void a_refusal_names_the_object_that_it_is_about() {
        RawAnswer refusal = api.get(widgets + "/absent").refused(404, "NotFound");
        assertThat(refusal.at("/details/name")).isEqualTo("absent");
        assertThat(refusal.at("/details/group")).isEqualTo(Widgets.GROUP);
        assertThat(refusal.at("/details/kind")).isEqualTo("widgets");
    }

    @Test
    void an_empty_body_is_refused() {
        RawAnswer refusal = api.send("POST", widgets, RawApi.JSON, "");
        assertThat(refusal.status()).isEqualTo(400);
    }

    @Test
    void a_body_of_many_megabytes_is_refused() {
        ObjectNode body = Widgets.configMap("{metadata: {name: a}}");
        body.putObject("data").put("k", "x".repeat(4_000_000));
        api.create(configMaps, body).isOneOf(413, 422);
        api.get(configMaps + "/a").is(404);
    }

    @Test
    void the_client_library_understands_refusals() {
        KubernetesClientException refusal = Assertions.catchThrowableOfType(
                KubernetesClientException.class,
                () -> client.configMaps()
                        .inNamespace("absent")
                        .resource(new io.fabric8.kubernetes.api.model.ConfigMapBuilder()
                                .withNewMetadata()
                                .withName("a")
                                .endMetadata()
                                .build())
                        .create());
        assertThat(refusal.getCode()).isEqualTo(404);
        assertThat(refusal.getStatus().getReason()).isEqualTo("NotFound");
    }
}
