package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists narrowed by labels and by fields. */
@AgainstEveryForm(ControlPlane.class)
class SelectorsConformance extends ControlPlaneConformance {
    @BeforeEach
    void fourWidgets() {
        created("{metadata: {name: a, labels: {colour: red, tier: front}}}");
        created("{metadata: {name: b, labels: {colour: blue, tier: back}}}");
        created("{metadata: {name: c, labels: {colour: green}}}");
        created("{metadata: {name: d}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red                     | a",
                "colour==red                    | a",
                "colour!=red                    | b c d",
                "colour in (red, blue)          | a b",
                "colour notin (red, blue)       | c d",
                "tier                           | a b",
                "!tier                          | c d",
                "tier,colour!=red               | b",
                "colour in (red,green),!tier    | c",
                "colour=red,colour=blue         | ''",
                "tier=                          | ''",
                "''                             | a b c d",
            })
    void labels_select(String selector, String expected) {
        List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
        assertThat(api.get(widgets + "?labelSelector=" + encoded(selector)).names())
                .containsExactlyElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour in red", "a=b=c", "=red", "colour in (red", "!", "bad_key!x", "colour=not/a/value"})
    void a_selector_that_is_none_is_refused(String selector) {
        api.get(widgets + "?labelSelector=" + encoded(selector)).refused(400, "BadRequest");
    }

    @Test
    void fields_select_by_name() {
        assertThat(api.get(widgets + "?fieldSelector=" + encoded("metadata.name=b"))
                        .names())
                .containsExactly("b");
        assertThat(api.get(widgets + "?fieldSelector=" + encoded("metadata.name!=b"))
                        .names())
                .containsExactly("a", "c", "d");
        assertThat(api.get(widgets + "?fieldSelector=" + encoded("metadata.name=zz"))
                        .names())
                .isEmpty();
    }

    @Test
    void fields_select_by_namespace() {
        String everywhere = "/apis/" + Widgets.GROUP + "/v1/widgets";
        assertThat(api.get(everywhere + "?fieldSelector=" + encoded("metadata.namespace=" + namespace))
                        .names())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void fields_and_labels_select_together() {
        String query = "?fieldSelector=" + encoded("metadata.name=a") + "&labelSelector=";
        assertThat(api.get(widgets + query + "colour=red").names()).containsExactly("a");
        assertThat(api.get(widgets + query + "colour=blue").names()).isEmpty();
    }

    @Test
    void a_field_that_cannot_select_is_refused() {
        api.get(widgets + "?fieldSelector=" + encoded("spec.size=3")).refused(400, "BadRequest");
    }

    @Test
    void a_list_over_all_namespaces_holds_every_namespace() {
        String other = newNamespace();
        api.create("/apis/" + Widgets.GROUP + "/v1/namespaces/" + other + "/widgets", widget("{metadata: {name: e}}"))
                .is(201);
        RawAnswer all = api.get("/apis/" + Widgets.GROUP + "/v1/widgets");
        assertThat(all.names()).contains("a", "b", "c", "d", "e");
    }

    @Test
    void a_list_is_ordered_by_name_or_creation() {
        created("{metadata: {name: 0}}".replace("0", "'0'"));
        created("{metadata: {name: aa}}");
        created("{metadata: {name: a-b}}");
        created("{metadata: {name: a.c}}");
        List<String> byName = List.of("0", "a", "a-b", "a.c", "aa", "b", "c", "d");
        List<String> byCreation = List.of("a", "b", "c", "d", "0", "aa", "a-b", "a.c");
        assertThat(api.get(widgets).names())
                .containsExactlyElementsOf(deviates(ControlPlaneDeviation.STORED_IN_SQL) ? byCreation : byName);
    }

    @Test
    void the_client_library_selects() {
        var found = client.genericKubernetesResources(Widgets.GROUP + "/v1", "Widget")
                .inNamespace(namespace)
                .withLabelIn("colour", "red", "blue")
                .withoutLabel("tier", "back")
                .list();
        assertThat(found.getItems())
                .extracting(item -> item.getMetadata().getName())
                .containsExactly("a");
    }

    private static String encoded(String selector) {
        return URLEncoder.encode(selector, StandardCharsets.UTF_8);
    }
}
