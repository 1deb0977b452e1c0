package dev.firedrill.scenarios.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "features/a.feature#It's \"lost\"; $(touch x) `y` $HOME \\ * ? ~ ! & | < > # %",
                "@S01 or @S02",
                "",
                "a\nb",
                "-n",
                "Ünïcode…"
            })
    void a_shell_takes_every_word_as_it_was_typed(String word) throws Exception {
        Repetition repetition =
                new Repetition(List.of("printf", "<%s>"), List.of(word, "--tags", word), List.of("--seed", word));

        assertThat(shell(repetition.whole())).isEqualTo("<" + word + "><--tags><" + word + ">");
        assertThat(shell(repetition.of(word))).isEqualTo("<" + word + "><--seed><" + word + ">");
    }

    private static String shell(String line) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}
