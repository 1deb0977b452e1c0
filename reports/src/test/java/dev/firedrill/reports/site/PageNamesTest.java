package dev.firedrill.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.reports.result.ScenarioResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageNamesTest {
    @Test
    void a_name_is_readable_and_the_same_in_every_drill() {
        assertThat(names("Git is lost, and É comes back!").of(0))
                .isEqualTo("scenarios/git-is-lost-and-e-comes-back-8a90f643f8.html");
    }

    @Test
    void a_name_that_climbs_stays_below() {
        assertThat(names("../../../etc/passwd", "..", "C:\\con", "災害").paths())
                .allMatch(path -> path.matches("scenarios/[a-z0-9-]+\\.html"));
    }

    @Test
    void two_results_of_one_scenario_have_two_pages() {
        ScenarioResult one = ScenarioResult.builder("f:1", "F", "x").build();

        assertThat(PageNames.of(List.of(one, one)).paths()).doesNotHaveDuplicates();
    }

    @Test
    void a_long_name_is_cut() {
        assertThat(names("word ".repeat(60)).of(0)).hasSizeLessThan(80);
    }

    private static PageNames names(String... names) {
        return PageNames.of(List.of(names).stream()
                .map(name -> ScenarioResult.builder("f:" + name, "F", name).build())
                .toList());
    }
}
