package dev.firedrill.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists in pages. */
@AgainstEveryForm(ControlPlane.class)
class PagesConformance extends ControlPlaneConformance {
    @BeforeEach
    void fiveWidgets() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            created("{metadata: {name: " + name + ", labels: {half: '" + (name.compareTo("c") < 0)
                    + "'}}, spec: {size: 3}}");
        }
    }

    @Test
    void a_limit_cuts_the_list_and_tells_how_to_go_on() {
        RawAnswer first = api.get(widgets + "?limit=2");
        assertThat(first.names()).containsExactly("a", "b");
        assertThat(first.at("/metadata/continue")).isNotEmpty();
        assertThat(first.at("/metadata/remainingItemCount"))
                .isEqualTo(deviates(ControlPlaneDeviation.STORED_IN_SQL) ? "1" : "3");
    }

    @Test
    void the_pages_together_are_the_list() {
        List<String> names = new ArrayList<>();
        RawAnswer page = api.get(widgets + "?limit=2");
        names.addAll(page.names());
        while (!page.at("/metadata/continue").isEmpty()) {
            page = next(page, 2);
            names.addAll(page.names());
        }
        assertThat(names).containsExactly("a", "b", "c", "d", "e");
        assertThat(page.has("/metadata/remainingItemCount")).isFalse();
    }

    @Test
    void every_page_shows_the_moment_of_the_first() {
        RawAnswer first = api.get(widgets + "?limit=2");
        created("{metadata: {name: bb}}");
        api.delete(widgets + "/d").is(200);
        api.merge(widgets + "/e", "{spec: {size: 99}}").is(200);
        RawAnswer rest = next(first, 100);
        assertThat(rest.names()).containsExactly("c", "d", "e");
        assertThat(rest.at("/items/2/spec/size")).isEqualTo("3");
        assertThat(rest.revision()).isEqualTo(first.revision());
    }

    @Test
    void a_limit_that_is_not_reached_makes_one_page() {
        RawAnswer all = api.get(widgets + "?limit=5");
        assertThat(all.names()).hasSize(5);
        assertThat(all.at("/metadata/continue")).isEmpty();
    }

    @Test
    void pages_respect_selectors() {
        RawAnswer first = api.get(widgets + "?limit=1&labelSelector=half%3Dtrue");
        assertThat(first.names()).containsExactly("a");
        RawAnswer second =
                api.get(widgets + "?limit=1&labelSelector=half%3Dtrue&continue=" + first.at("/metadata/continue"));
        assertThat(second.names()).containsExactly("b");
    }

    @Test
    void a_continuation_that_is_none_is_refused() {
        api.get(widgets + "?limit=2&continue=nonsense").is(400);
    }

    @Test
    void the_client_library_pages() {
        var items = client.genericKubernetesResources(Widgets.GROUP + "/v1", "Widget")
                .inNamespace(namespace)
                .list(new ListOptionsBuilder().withLimit(2L).build());
        assertThat(items.getItems()).hasSize(2);
        assertThat(items.getMetadata().getContinue()).isNotEmpty();
    }

    private RawAnswer next(RawAnswer page, int limit) {
        return api.get(widgets + "?limit=" + limit + "&continue=" + page.at("/metadata/continue"));
    }
}
