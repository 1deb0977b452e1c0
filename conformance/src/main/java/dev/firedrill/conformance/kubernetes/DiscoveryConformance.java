package dev.firedrill.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the server tells of itself, good enough for client libraries and kubectl. */
@AgainstEveryForm(ControlPlane.class)
class DiscoveryConformance extends ControlPlaneConformance {
    @Test
    void the_versions_of_the_core_are_listed() {
        RawAnswer versions = api.get("/api").ok();
        assertThat(versions.at("/kind")).isEqualTo("APIVersions");
        assertThat(versions.at("/versions/0")).isEqualTo("v1");
    }

    @Test
    void the_groups_are_listed() {
        RawAnswer groups = api.get("/apis").ok();
        assertThat(groups.at("/kind")).isEqualTo("APIGroupList");
        assertThat(values(groups.body().path("groups"), "name")).contains("apiextensions.k8s.io", Widgets.GROUP);
    }

    @Test
    void a_group_tells_its_versions() {
        RawAnswer group = api.get("/apis/" + Widgets.GROUP).ok();
        assertThat(group.at("/kind")).isEqualTo("APIGroup");
        assertThat(group.at("/versions/0/groupVersion")).isEqualTo(Widgets.GROUP + "/v1");
        assertThat(group.at("/preferredVersion/version")).isEqualTo("v1");
        api.get("/apis/unheard.of").is(404);
    }

    @Test
    void a_version_tells_its_resources() {
        RawAnswer resources = api.get("/apis/" + Widgets.GROUP + "/v1").ok();
        assertThat(resources.at("/kind")).isEqualTo("APIResourceList");
        JsonNode widget = named(resources, "widgets");
        assertThat(widget.path("kind").asText()).isEqualTo("Widget");
        assertThat(widget.path("singularName").asText()).isEqualTo("widget");
        assertThat(widget.path("namespaced").asBoolean()).isTrue();
        assertThat(widget.path("shortNames")).isEqualTo(Widgets.yaml("[wdg]"));
        assertThat(widget.path("verbs").toString())
                .contains("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
        assertThat(named(resources, "widgets/status").path("verbs").toString()).contains("get", "patch", "update");
        assertThat(named(resources, "gadgets").path("namespaced").asBoolean(true))
                .isFalse();
        assertThat(named(resources, "gadgets/status").isMissingNode()).isTrue();
    }

    @Test
    void the_core_tells_its_resources() {
        RawAnswer resources = api.get("/api/v1").ok();
        assertThat(resources.at("/groupVersion")).isEqualTo("v1");
        assertThat(values(resources.body().path("resources"), "name"))
                .contains("namespaces", "namespaces/finalize", "configmaps", "secrets");
        assertThat(named(resources, "configmaps").path("kind").asText()).isEqualTo("ConfigMap");
    }

    @Test
    void definitions_are_a_resource_too() {
        RawAnswer resources = api.get("/apis/apiextensions.k8s.io/v1").ok();
        assertThat(named(resources, "customresourcedefinitions")
                        .path("namespaced")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void the_server_tells_its_version() {
        RawAnswer version = api.get("/version").ok();
        assertThat(version.at("/major")).isEqualTo("1");
        assertThat(version.at("/gitVersion")).startsWith("v1.");
    }

    @Test
    void the_server_tells_that_it_is_well() {
        assertThat(api.get("/readyz").ok().text()).isEqualTo("ok");
        assertThat(api.get("/livez").ok().text()).isEqualTo("ok");
        assertThat(api.get("/healthz").ok().text()).isEqualTo("ok");
    }

    @Test
    void an_unknown_path_is_not_found() {
        api.get("/nothing/here").is(404);
        api.get("/api/v1/namespaces/" + namespace + "/gizmos").is(404);
        api.get("/apis/" + Widgets.GROUP + "/v1/namespaces/" + namespace + "/gizmos")
                .is(404);
    }

    @Test
    void an_unsuitable_method_is_not_allowed() {
        api.send("PATCH", configMaps, RawApi.MERGE, "{}").is(405);
        api.send("PUT", configMaps, RawApi.JSON, "{}").is(405);
        api.send("PUT", widgets, RawApi.JSON, "{}").isOneOf(400, 405);
    }

    @Test
    void a_stranger_is_turned_away() {
        assertThat(api.statusForStranger(widgets)).isEqualTo(401);
        assertThat(api.statusForStranger("/api/v1/namespaces")).isEqualTo(401);
    }

    @Test
    void the_client_library_finds_its_way() {
        assertThat(client.hasApiGroup(Widgets.GROUP, true)).isTrue();
        assertThat(client.hasApiGroup("unheard.of", true)).isFalse();
        assertThat(client.getApiResources(Widgets.GROUP + "/v1").getResources())
                .extracting(resource -> resource.getName())
                .contains("widgets", "gadgets");
        assertThat(client.getKubernetesVersion().getMajor()).isEqualTo("1");
    }

    private static JsonNode named(RawAnswer resources, String name) {
        return StreamSupport.stream(resources.body().path("resources").spliterator(), false)
                .filter(resource -> resource.path("name").asText().equals(name))
                .findFirst()
                .orElseGet(() -> Widgets.object("{}").path("missing"));
    }

    private static List<String> values(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.path(field).asText())
                .toList();
    }
}
