package dev.firedrill.scenarios.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromisesTest {
    private static final PlannedScenario LOST =
            new PlannedScenario("features/disasters/4-cache.feature#Lost", URI.create("file:x"), 3, List.of("@S09"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "'rpo=5m,rto=10m', PT5M, PT10M",
        "'rto = 1h30m , rpo = 0s', PT0S, PT1H30M",
        "'rpo=500ms,rto=PT2M', PT0.5S, PT2M",
        "'rpo=1d,rto=90s', PT24H, PT1M30S"
    })
    void one_promise_is_for_every_disaster(String text, Duration rpo, Duration rto) {
        assertThat(Promises.parse(text).of(LOST)).isEqualTo(new Promise(Optional.of(rpo), Optional.of(rto)));
    }

    @Test
    void of_lines_that_apply_the_last_counts_for_each_objective() throws IOException {
        Promises promises = file("""
                # all of them
                rpo=1h,rto=1h
                @S09 and not @slow     rto=5m   # quicker
                features/disasters     rpo=10m
                features/disasters/5-x.feature rpo=1s
                @S01                   rpo=2s
                """);

        assertThat(promises.of(LOST))
                .isEqualTo(new Promise(Optional.of(Duration.ofMinutes(10)), Optional.of(Duration.ofMinutes(5))));
        assertThat(promises.idle(List.of(LOST)))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("promises:", "applies to no scenario"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rpo=5", "rpo=", "rpo=-5m", "rpo=5m;rto=1m", "rto=soon", "rpo=5m,mttr=1m", "rpo=PT-5M", "rpo=5m,"
            })
    void what_is_no_promise_is_refused(String text) {
        assertThatThrownBy(() -> Promises.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--promise " + text + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@S01", "@S01 and ( rpo=5m", "rpo=5m @S01", "@S01 rpo=x", "disasters/4 rpo=5m extra"})
    void a_line_that_says_nothing_is_named(String line) {
        assertThatThrownBy(() -> file("* rpo=5m\n" + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("promises:2: ");
    }

    private Promises file(String text) throws IOException {
        return Promises.parse(
                Files.writeString(folder.resolve("promises"), text).toString());
    }
}
