package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static dev.firedrill.conformance.kubernetes.Widgets.secret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets and ConfigMaps, the core kinds that a drill uses. */
@AgainstEveryForm(ControlPlane.class)
class CoreKindsConformance extends ControlPlaneConformance {
    private String secrets;

    @BeforeEach
    void collection() {
        secrets = "/api/v1/namespaces/" + namespace + "/secrets";
    }

    @Test
    void the_text_of_a_secret_becomes_data() {
        RawAnswer made = api.create(secrets, secret("{metadata: {name: a}, stringData: {password: pass}}"))
                .is(201);
        assertThat(made.at("/data/password")).isEqualTo("cGFzcw==");
        assertThat(made.has("/stringData")).isFalse();
        assertThat(api.get(secrets + "/a").at("/data/password")).isEqualTo("cGFzcw==");
    }

    @Test
    void text_overrides_data_of_the_same_key() {
        String both = "{metadata: {name: a}, data: {k: b2xk, l: b2xk}, stringData: {k: new}}";
        RawAnswer made = api.create(secrets, secret(both)).is(201);
        assertThat(made.body().path("data")).isEqualTo(Widgets.yaml("{k: bmV3, l: b2xk}"));
    }

    @Test
    void a_patch_of_text_changes_data() {
        api.create(secrets, secret("{metadata: {name: a}, stringData: {k: old}}"))
                .is(201);
        assertThat(api.merge(secrets + "/a", "{stringData: {k: new}}").is(200).at("/data/k"))
                .isEqualTo("bmV3");
    }

    @Test
    void a_secret_is_opaque_unless_it_says_otherwise() {
        RawAnswer made = api.create(secrets, secret("{metadata: {name: a}}")).is(201);
        assertThat(made.at("/type")).isEqualTo("Opaque");
    }

    @Test
    void the_type_of_a_secret_is_for_good() {
        api.create(secrets, secret("{metadata: {name: a}}")).is(201);
        api.merge(secrets + "/a", "{type: example.dev/other}").refused(422, "Invalid");
    }

    @Test
    void a_password_secret_needs_its_keys() {
        String typed = "{metadata: {name: a}, type: kubernetes.io/basic-auth, stringData: {other: x}}";
        api.create(secrets, secret(typed)).refused(422, "Invalid");
        String complete =
                "{metadata: {name: a}, type: kubernetes.io/basic-auth, stringData: {username: u, password: p}}";
        api.create(secrets, secret(complete)).is(201);
    }

    @Test
    void data_that_is_no_base64_is_refused() {
        api.create(secrets, secret("{metadata: {name: a}, data: {k: '***'}}")).refused(400, "BadRequest");
    }

    @Test
    void a_key_must_be_a_file_name() {
        api.create(secrets, secret("{metadata: {name: a}, stringData: {'a/b': x}}"))
                .refused(422, "Invalid");
        api.create(configMaps, configMap("{metadata: {name: a}, data: {'a b': x}}"))
                .refused(422, "Invalid");
        api.create(configMaps, configMap("{metadata: {name: a}, data: {'..': x}}"))
                .refused(422, "Invalid");
    }

    @Test
    void a_config_map_holds_text_only() {
        api.create(configMaps, configMap("{metadata: {name: a}, data: {k: 1}}")).refused(400, "BadRequest");
        api.create(configMaps, configMap("{metadata: {name: a}, data: {k: '1'}}"))
                .is(201);
    }

    @Test
    void an_unknown_field_of_a_core_kind_is_dropped() {
        RawAnswer made = api.create(configMaps, configMap("{metadata: {name: a}, data: {k: v}, extra: 1}"))
                .is(201);
        assertThat(made.has("/extra")).isFalse();
    }

    @Test
    void the_client_library_reads_what_it_wrote() {
        client.secrets()
                .inNamespace(namespace)
                .resource(new io.fabric8.kubernetes.api.model.SecretBuilder()
                        .withNewMetadata()
                        .withName("a")
                        .endMetadata()
                        .addToStringData("k", "v")
                        .build())
                .create();
        assertThat(client.secrets().inNamespace(namespace).withName("a").get().getData())
                .containsEntry("k", "dg==");
    }
}
