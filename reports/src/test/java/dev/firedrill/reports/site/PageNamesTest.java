package dev.firedrill.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.reports.result.ScenarioResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageNamesTest {
    @Test
    void aNameIsReadableAndTheSameInEveryDrill() {
        assertThat(names("Git is lost, and É comes back!").of(0))
                .isEqualTo("scenarios/git-is-lost-and-e-comes-back-8a90f643f8.html");
    }

    @Test
    void aNameThatClimbsStaysBelow() {
        assertThat(names("../../../etc/passwd", "..", "C:\\con", "災害").paths())
                .allMatch(path -> path.matches("scenarios/[a-z0-9-]+\\.html"));
    }

    @Test
    void twoResultsOfOneScenarioHaveTwoPages() {
        ScenarioResult one = ScenarioResult.builder("f:1", "F", "x").build();

        assertThat(PageNames.of(List.of(one, one)).paths()).doesNotHaveDuplicates();
    }

    @Test
    void aLongNameIsCut() {
        assertThat(names("word ".repeat(60)).of(0)).hasSizeLessThan(80);
    }

    private static PageNames names(String... names) {
        return PageNames.of(List.of(names).stream()
                .map(name -> ScenarioResult.builder("f:" + name, "F", name).build())
                .toList());
    }
}
