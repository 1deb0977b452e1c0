package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.CRDS;
import static dev.firedrill.conformance.kubernetes.Widgets.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Definitions of custom resources come and go while the server runs. */
@AgainstEveryForm(ControlPlane.class)
class DefinitionsConformance extends ControlPlaneConformance {
    private String plural;
    private String collection;

    @BeforeEach
    void unusedNames() {
        plural = "things" + namespace.replace("-", "");
        collection = "/apis/" + GROUP + "/v1/namespaces/" + namespace + "/" + plural;
    }

    @Test
    void a_resource_before_its_definition_is_not_found() {
        api.get(collection).is(404);
        api.create(collection, thing("a")).is(404);
        api.get("/apis/unheard.of/v1/namespaces/" + namespace + "/things").is(404);
    }

    @Test
    void a_definition_is_established_and_served() {
        api.create(CRDS, definition()).is(201);
        RawAnswer established = eventually(this::definitionNow, reply -> hasCondition(reply, "Established"));
        assertThat(hasCondition(established, "NamesAccepted")).isTrue();
        assertThat(established.at("/status/acceptedNames/plural")).isEqualTo(plural);
        assertThat(established.at("/status/storedVersions/0")).isEqualTo("v1");
        eventually(() -> api.create(collection, thing("a")), made -> made.status() == 201);
    }

    @Test
    void a_definition_fills_in_what_it_leaves_out() {
        RawAnswer made = api.create(CRDS, definition()).is(201);
        assertThat(made.at("/spec/names/singular")).isEqualTo(kind().toLowerCase(Locale.ROOT));
        assertThat(made.at("/spec/names/listKind")).isEqualTo(kind() + "List");
        assertThat(made.at("/spec/conversion/strategy")).isEqualTo("None");
    }

    @Test
    void a_version_that_is_not_served_is_not_found() {
        serve();
        api.get(collection.replace("/v1/", "/v2/")).is(404);
    }

    @Test
    void a_definition_deleted_takes_its_resources_along() {
        serve();
        api.create(collection, thing("a")).is(201);
        api.delete(CRDS + "/" + plural + "." + GROUP).is(200);
        eventually(this::definitionNow, reply -> reply.status() == 404);
        eventually(() -> api.get(collection), reply -> reply.status() == 404);
        serve();
        assertThat(api.get(collection).names()).isEmpty();
    }

    @Test
    void a_changed_schema_counts_from_then_on() {
        serve();
        api.create(collection, thing("a")).is(201);
        String schema = "/spec/versions/0/schema/openAPIV3Schema/properties/spec";
        api.jsonPatch(
                        CRDS + "/" + plural + "." + GROUP,
                        "[{op: replace, path: " + schema + ", value: {type: object, required: [must]}}]")
                .is(200);
        eventually(() -> api.create(collection + "?dryRun=All", thing("b")), refused -> refused.status() == 422);
        api.get(collection + "/a").is(200);
    }

    @Test
    void a_definition_must_be_called_after_its_resource() {
        ObjectNode misnamed = definition();
        misnamed.withObject("/metadata").put("name", "other." + GROUP);
        assertThat(api.create(CRDS, misnamed).refused(422, "Invalid").blamed()).contains("metadata.name");
    }

    @Test
    void a_definition_needs_a_schema() {
        ObjectNode bare = definition();
        ((ObjectNode) bare.at("/spec/versions/0")).remove("schema");
        api.create(CRDS, bare).refused(422, "Invalid");
    }

    @Test
    void a_definition_stores_exactly_one_version() {
        ObjectNode none = definition();
        ((ObjectNode) none.at("/spec/versions/0")).put("storage", false);
        api.create(CRDS, none).refused(422, "Invalid");
    }

    @Test
    void a_definition_exists_once() {
        api.create(CRDS, definition()).is(201);
        api.create(CRDS, definition()).refused(409, "AlreadyExists");
    }

    @Test
    void the_client_library_registers_definitions() {
        CustomResourceDefinition wanted =
                Serialization.unmarshal(definition().toString(), CustomResourceDefinition.class);
        client.apiextensions().v1().customResourceDefinitions().resource(wanted).create();
        awaitEstablished(plural + "." + GROUP);
    }

    private void serve() {
        eventually(() -> api.create(CRDS, definition()), reply -> reply.status() == 201);
        eventually(() -> api.get(collection), reply -> reply.status() == 200);
    }

    private RawAnswer definitionNow() {
        return api.get(CRDS + "/" + plural + "." + GROUP);
    }

    /** The kind is as unused as the plural, for two resources of one kind would not both be accepted. */
    private ObjectNode definition() {
        return Widgets.object("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %1$s.%2$s}
                spec:
                  group: %2$s
                  scope: Namespaced
                  names: {plural: %1$s, kind: %3$s}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec: {type: object, properties: {must: {type: string}}}
                """.formatted(plural, GROUP, kind()));
    }

    private String kind() {
        return "Thing" + plural.substring("things".length());
    }

    private ObjectNode thing(String name) {
        return Widgets.object("{metadata: {name: " + name + "}, spec: {}}")
                .put("apiVersion", GROUP + "/v1")
                .put("kind", kind());
    }
}
