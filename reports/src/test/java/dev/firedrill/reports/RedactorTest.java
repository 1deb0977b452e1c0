package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.reports.result.DrillResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String CANARY = "c4n@ry/ä \"s<cr&t+!";
    private static final List<String> PIECES = List.of("c4n", "s<cr", "cr&t", "YzRu", "M0bk", "%3Ccr");

    private final Redactor redactor = Redactor.of(CANARY);

    @ParameterizedTest
    @MethodSource("disguises")
    void a_registered_secret_is_masked_in_every_disguise(String text) {
        String clean = redactor.redact(text);

        assertThat(clean).contains(Redactor.MASK).doesNotContain(PIECES);
    }

    static Stream<String> disguises() {
        String url = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
        return Stream.of(
                "the password is " + CANARY + ".",
                "https://admin:" + url + "@git.example/r.git",
                "https://admin:" + url.toLowerCase(Locale.ROOT) + "@git.example/r.git",
                "jdbc:postgresql://db:5432/porch?user=porch&password=" + url + "&ssl=true",
                "jdbc:postgresql://db:5432/porch?options=" + url.replace("+", "%20"),
                "callback=" + URLEncoder.encode("https://a/?k=" + url, StandardCharsets.UTF_8),
                "{\"k\":\"" + CANARY.replace("\"", "\\\"") + "\"}",
                "<b>" + CANARY.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "admin:", "porch-user:"})
    void a_secret_inside_base64_is_masked_wherever_it_begins(String before) {
        String secret = "correct-horse-battery";
        byte[] bytes = (before + secret + "!tail").getBytes(StandardCharsets.UTF_8);

        String clean = Redactor.of(secret).redact("x " + Base64.getEncoder().encodeToString(bytes));

        assertThat(clean).contains(Redactor.MASK);
        assertThat(clean.length()).isLessThan(35 + before.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://admin:hunter2hunter2@git.example/r.git",
                "jdbc:postgresql://db/porch?password=hunter2hunter2&ssl=true",
                "Authorization: Basic hunter2hunter2",
                "{\"Authorization\":\"Bearer hunter2hunter2\"}",
                "firedrill drill --git-password hunter2hunter2 --seed 7",
                "firedrill drill --token=hunter2hunter2",
                "  token: hunter2hunter2",
                "PGPASSWORD=hunter2hunter2 psql",
                "-----BEGIN RSA PRIVATE KEY-----\nhunter2hunter2\n-----END RSA PRIVATE KEY-----"
            })
    void an_unregistered_secret_is_masked_where_its_surroundings_betray_it(String text) {
        assertThat(new Redactor().redact(text)).contains(Redactor.MASK).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule 2: a published revision in git wins",
                "https://git.example:3000/R1.git",
                "features/five-disasters/a.feature:12",
                "basic authentication was refused",
                "The token bucket is empty and the password was wrong",
                "2026-11-21T03:00:00Z"
            })
    void ordinary_text_stays_as_it_is(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void a_value_under_a_secret_key_is_masked_whatever_it_is() throws Exception {
        String json = "{\"gitPassword\":\"x\",\"a\":{\"apiKey\":12},\"kubeconfig\":{\"b\":[\"c\"]},\"name\":\"x\"}";

        String clean = redactor.redact(new ObjectMapper().readTree(json)).toString();

        assertThat(clean)
                .isEqualTo("{\"gitPassword\":\"[redacted]\",\"a\":{\"apiKey\":\"[redacted]\"},"
                        + "\"kubeconfig\":{\"b\":[\"[redacted]\"]},\"name\":\"x\"}");
    }

    @Test
    void a_secret_in_a_key_is_masked_too() throws Exception {
        String json = "{\"correct-horse\":1}";

        assertThat(Redactor.of("correct-horse")
                        .redact(new ObjectMapper().readTree(json))
                        .toString())
                .isEqualTo("{\"[redacted]\":1}");
    }

    @Test
    void a_secret_of_several_lines_is_masked_line_by_line() {
        redactor.register("first-line-of-key\nsecond-line-of-key\n");

        assertThat(redactor.redact("log: second-line-of-key")).isEqualTo("log: [redacted]");
    }

    @Test
    void of_two_secrets_one_inside_the_other_nothing_stays_behind() {
        assertThat(Redactor.of("horse", "correct-horse-battery").redact("correct-horse-battery, horse"))
                .isEqualTo("[redacted], [redacted]");
    }

    @Test
    void a_secret_too_short_to_be_found_does_not_spoil_ordinary_words() {
        assertThat(Redactor.of("a", "", "git").redact("git has a tag")).isEqualTo("git has a tag");
    }

    @Test
    void an_unlucky_secret_does_not_break_the_result() {
        Redactor words = Redactor.of("held", "violated", "lost-allowed", "passed", "2026", "PT5M", "restore");

        DrillResult clean = words.redact(Samples.drill());

        assertThat(clean.verdict()).isEqualTo(Samples.drill().verdict());
        assertThat(clean.startedAt()).isEqualTo(Samples.START);
        assertThat(clean.drill()).doesNotContain("2026");
    }

    @Test
    void no_key_of_a_journal_is_above_suspicion() throws Exception {
        String json = "{\"status\":\"401 for correct-horse\",\"at\":\"correct-horse\"}";

        assertThat(Redactor.of("correct-horse")
                        .redact(new ObjectMapper().readTree(json))
                        .toString())
                .isEqualTo("{\"status\":\"401 for [redacted]\",\"at\":\"[redacted]\"}");
    }
}
