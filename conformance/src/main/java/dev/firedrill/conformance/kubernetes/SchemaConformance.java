package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Custom resources are held to the schema of their definition. Rules in CEL are left out: the server's release decides
 * whether it knows them.
 */
@AgainstEveryForm(ControlPlane.class)
class SchemaConformance extends ControlPlaneConformance {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: 0                                                 | spec.size",
                "size: 101                                               | spec.size",
                "size: large                                             | spec.size",
                "size: 1.5                                               | spec.size",
                "size: true                                              | spec.size",
                "colour: pink                                            | spec.colour",
                "colour: 7                                               | spec.colour",
                "code: ABC                                               | spec.code",
                "code: abcd                                              | spec.code",
                "title: x                                                | spec.title",
                "title: more than ten                                    | spec.title",
                "lit: 'yes'                                              | spec.lit",
                "owner: {role: r}                                        | spec.owner.name",
                "owner: nobody                                           | spec.owner",
                "parts: {}                                               | spec.parts",
                "parts: [{name: 1}]                                      | spec.parts.name",
                "'parts: [{}, {}, {}, {}]'                               | spec.parts",
                "tags: {k: 1}                                            | spec.tags.k",
            })
    void what_the_schema_forbids_is_refused(String spec, String field) {
        RawAnswer refusal = api.create(widgets, widget("{metadata: {name: a}, spec: {" + spec + "}}"))
                .refused(422, "Invalid");
        assertThat(refusal.blamed()).as(refusal.text()).anyMatch(blamed -> fits(blamed, field));
        api.get(widgets + "/a").is(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size: 1",
                "size: 100",
                "size: 7.0",
                "colour: green",
                "code: abc",
                "title: exactly-10",
                "title: zehn Öüß→",
                "owner: {name: n}",
                "parts: []",
                "tags: {}",
                "free: {anything: [1, {goes: here}]}",
            })
    void what_the_schema_allows_is_taken(String spec) {
        api.create(widgets, widget("{metadata: {name: a}, spec: {" + spec + "}}"))
                .is(201);
    }

    @Test
    void every_fault_is_named_at_once() {
        RawAnswer refusal = api.create(widgets, widget("{metadata: {name: a}, spec: {size: 0, colour: pink, code: X}}"))
                .refused(422, "Invalid");
        assertThat(refusal.blamed()).contains("spec.size", "spec.colour", "spec.code");
    }

    @Test
    void the_refusal_names_the_object() {
        RawAnswer refusal = api.create(widgets, widget("{metadata: {name: a}, spec: {size: 0}}"));
        refusal.saying("Widget.conformance.firedrill.dev \\\"a\\\" is invalid");
        assertThat(refusal.at("/details/name")).isEqualTo("a");
        assertThat(refusal.at("/details/kind")).isEqualTo("Widget");
    }

    @Test
    void an_update_is_held_to_the_schema_too() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        made.withObject("/spec").put("size", 0);
        api.replace(path(made), made).refused(422, "Invalid");
        assertThat(api.get(path(made)).at("/spec/size")).isEqualTo("5");
    }

    @Test
    void an_unknown_field_is_pruned() {
        ObjectNode made = created("{metadata: {name: a}, extra: 1, spec: {size: 5, extra: 1, owner: {name: n, x: 1}}}");
        assertThat(made.has("extra")).isFalse();
        assertThat(made.path("spec")).isEqualTo(Widgets.yaml("{size: 5, owner: {name: n, role: keeper}}"));
    }

    @Test
    void an_unknown_field_is_kept_where_the_schema_says_so() {
        ObjectNode made = created("{metadata: {name: a}, spec: {free: {deep: {er: [1, x]}}}}");
        assertThat(made.at("/spec/free")).isEqualTo(Widgets.yaml("{deep: {er: [1, x]}}"));
    }

    @Test
    void a_default_is_filled_in() {
        assertThat(created("{metadata: {name: a}, spec: {}}").at("/spec/size").asInt())
                .isEqualTo(3);
        assertThat(created("{metadata: {name: b}, spec: {owner: {name: n}}}")
                        .at("/spec/owner/role")
                        .asText())
                .isEqualTo("keeper");
    }

    @Test
    void a_default_needs_its_parent() {
        assertThat(created("{metadata: {name: a}}").has("spec")).isFalse();
        assertThat(created("{metadata: {name: b}, spec: {}}").path("spec").has("owner"))
                .isFalse();
    }

    @Test
    void a_null_takes_the_default() {
        assertThat(created("{metadata: {name: a}, spec: {size: null}}")
                        .at("/spec/size")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_removed_field_gets_its_default_back() {
        ObjectNode made = created("{metadata: {name: a}, spec: {size: 5}}");
        assertThat(api.merge(path(made), "{spec: {size: null}}").ok().at("/spec/size"))
                .isEqualTo("3");
    }

    @Test
    void unicode_and_quotes_in_values_are_kept() {
        String text = "'; DROP TABLE x; -- \"q\" ../é→😀";
        ObjectNode body = widget("{metadata: {name: a}, spec: {}}");
        body.withObject("/spec").withObject("/tags").put("k", text);
        api.create(widgets, body).is(201);
        assertThat(api.get(widgets + "/a").at("/spec/tags/k")).isEqualTo(text);
    }

    /** The real server blames an element of a list as {@code spec.parts.name} or {@code spec.parts[0].name}. */
    private static boolean fits(String blamed, String field) {
        return blamed.replaceAll("\\[\\d+]", "").equals(field);
    }
}
