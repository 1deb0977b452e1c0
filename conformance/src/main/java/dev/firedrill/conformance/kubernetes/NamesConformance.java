package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What objects, labels and annotations may be called. */
@AgainstEveryForm(ControlPlane.class)
class NamesConformance extends ControlPlaneConformance {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "a-b.c-d", "porch.v1.2-3", "a.b", "1.2.3.4"})
    void a_name_of_dns_is_taken(String name) {
        assertThat(api.create(widgets, named(name)).is(201).at("/metadata/name"))
                .isEqualTo(name);
        api.get(widgets + "/" + name).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "a_b",
                "-a",
                "a-",
                ".a",
                "a.",
                "a..b",
                "a b",
                "a/b",
                "..",
                "../../etc",
                "é",
                "名",
                "a'b",
                "a\"b",
                "a;b",
                "'; DROP TABLE x; --",
                "a%2fb",
                "a\nb",
                "a.-b",
                "a@b",
                "$a"
            })
    void any_other_name_is_refused(String name) {
        assertThat(api.create(widgets, named(name)).refused(422, "Invalid").blamed())
                .contains("metadata.name");
        assertThat(api.get(widgets).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad_Name", "../x", "é"})
    void core_kinds_keep_the_same_rule(String name) {
        ObjectNode body = configMap("{metadata: {}}");
        body.withObject("/metadata").put("name", name);
        api.create(configMaps, body).refused(422, "Invalid");
    }

    @Test
    void a_name_has_at_most253_characters() {
        api.create(widgets, named("x".repeat(253))).is(201);
        api.create(widgets, named("x".repeat(254))).refused(422, "Invalid");
    }

    @Test
    void sixty_three_characters_are_nothing_special() {
        api.create(widgets, named("x".repeat(63))).is(201);
        api.create(widgets, named("y".repeat(64))).is(201);
    }

    @Test
    void a_name_is_needed() {
        api.create(widgets, widget("{metadata: {}}"))
                .refused(422, "Invalid")
                .saying("name or generateName is required");
        api.create(widgets, widget("{spec: {}}")).refused(422, "Invalid");
    }

    @Test
    void a_generated_name_begins_as_asked() {
        RawAnswer first =
                api.create(widgets, widget("{metadata: {generateName: web-}}")).is(201);
        RawAnswer second =
                api.create(widgets, widget("{metadata: {generateName: web-}}")).is(201);
        assertThat(first.at("/metadata/name")).matches("web-[a-z0-9]{5}");
        assertThat(first.at("/metadata/generateName")).isEqualTo("web-");
        assertThat(second.at("/metadata/name")).isNotEqualTo(first.at("/metadata/name"));
    }

    @Test
    void a_given_name_comes_before_a_generated_one() {
        RawAnswer made = api.create(widgets, widget("{metadata: {name: a, generateName: web-}}"));
        assertThat(made.is(201).at("/metadata/name")).isEqualTo("a");
    }

    @Test
    void a_long_prefix_is_cut_for_a_generated_name() {
        ObjectNode body = widget("{metadata: {}}");
        body.withObject("/metadata").put("generateName", "x".repeat(100) + "-");
        assertThat(api.create(widgets, body).is(201).at("/metadata/name")).hasSize(63);
    }

    @Test
    void a_generated_name_must_be_a_name_too() {
        api.create(widgets, widget("{metadata: {generateName: Bad_}}")).refused(422, "Invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'-bad': x}",
                "{'a/b/c': x}",
                "{'bad key': x}",
                "{'Not.A_Domain!/x': x}",
                "{k: 'bad value'}",
                "{k: a/b}",
                "{k: '-a'}",
                "{k: 'é'}",
                "{k: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}",
                "{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: v}",
                "{'': v}"
            })
    void a_label_outside_the_rules_is_refused(String labels) {
        assertThat(api.create(widgets, widget("{metadata: {name: a, labels: " + labels + "}}"))
                        .refused(422, "Invalid")
                        .blamed())
                .contains("metadata.labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{k: ''}", "{kpt.dev/a_B.c: A_b.1-2}", "{UPPER: Case}", "{k: '1'}"})
    void a_label_within_the_rules_is_taken(String labels) {
        api.create(widgets, widget("{metadata: {name: a, labels: " + labels + "}}"))
                .is(201);
    }

    @Test
    void an_annotation_holds_any_text() {
        ObjectNode body = named("a");
        body.withObject("/metadata").putObject("annotations").put("k", "any text: é \"'; ../\n😀");
        api.create(widgets, body).is(201);
        assertThat(api.get(widgets + "/a").at("/metadata/annotations/k")).isEqualTo("any text: é \"'; ../\n😀");
    }

    @Test
    void annotations_are_limited_to256_ki_b() {
        ObjectNode body = named("a");
        body.withObject("/metadata").putObject("annotations").put("k", "x".repeat(256 * 1024));
        assertThat(api.create(widgets, body).refused(422, "Invalid").blamed()).contains("metadata.annotations");
    }

    @Test
    void a_label_must_be_a_string() {
        api.create(widgets, widget("{metadata: {name: a, labels: {k: 1}}}")).isOneOf(400, 422);
    }

    @Test
    void a_path_that_climbs_finds_nothing() {
        Integer[] refusals = deviates(ControlPlaneDeviation.REDIRECTS_CLIMBING_PATHS)
                ? new Integer[] {301}
                : new Integer[] {400, 404};
        api.get(widgets + "/%2e%2e%2fa").isOneOf(refusals);
        api.get(widgets + "/a%2fb").isOneOf(400, 404);
        assertThat(api.delete(widgets + "/A_b").status()).isEqualTo(404);
    }

    private static ObjectNode named(String name) {
        ObjectNode body = widget("{metadata: {}}");
        body.withObject("/metadata").put("name", name);
        return body;
    }
}
