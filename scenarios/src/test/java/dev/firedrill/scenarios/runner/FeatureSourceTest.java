package dev.firedrill.scenarios.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.resource.Resource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeatureSourceTest {
    private static final String FEATURE = """
            Feature: Weather
              It changes.

              Background:
                Given a sky

              Rule: Clouds

                Background:
                  Given a cloud
                  And a wind

                Scenario: Rain
                  When it rains
                  Then it is wet

              Rule: None

                Scenario Outline: Sun on <day>
                  When it shines on <day>

                  Examples:
                    | day    |
                    | Monday |
            """;

    private static final int RAIN = 13;
    private static final int SUN_ON_MONDAY = 24;

    private final FeatureSource source = new FeatureSource(
            FEATURE,
            List.of(new FeatureParser(UUID::randomUUID)
                    .parseResource(new Resource() {
                        @Override
                        public URI getUri() {
                            return URI.create("file:///weather.feature");
                        }

                        @Override
                        public InputStream getInputStream() {
                            return new ByteArrayInputStream(FEATURE.getBytes(StandardCharsets.UTF_8));
                        }
                    })
                    .orElseThrow()));

    @Test
    void a_scenario_is_told_with_the_backgrounds_of_its_feature_and_its_rule() {
        assertThat(source.scenario(RAIN)).isEqualTo("""
                        Background:
                          Given a sky

                        Background:
                          Given a cloud
                          And a wind

                        Scenario: Rain
                          When it rains
                          Then it is wet""");
    }

    @Test
    void the_background_of_another_rule_is_not_told() {
        assertThat(source.scenario(SUN_ON_MONDAY))
                .startsWith("Background:\n  Given a sky\n\nScenario Outline: Sun on <day>")
                .endsWith("| Monday |");
    }

    @Test
    void the_description_of_a_feature_ends_before_its_background() {
        assertThat(source.description(RAIN)).isEqualTo("It changes.");
    }
}
