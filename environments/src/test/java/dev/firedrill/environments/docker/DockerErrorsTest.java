package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerErrorsTest {
    /** What engines and registries said, word for word where it was seen, and what a person is to be told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bind for 127.0.0.1:20123 failed: port is already allocated | the port 20123 is taken",
                "listen tcp4 127.0.0.1:20123: bind: address already in use | the port 20123 is taken",
                "write /layer: no space left on device | disk is full",
                "runc create failed: unable to apply caps: operation not permitted | refuses the privileges",
                "dial unix /var/run/docker.sock: connect: permission denied | no permission",
                "pull access denied for x, repository does not exist: denied: requested access | the registry refuses",
                "Status 500: {\"message\":\"denied\"} | the registry refuses",
                "toomanyrequests: You have reached your pull rate limit | no more downloads",
                "manifest for rancher/k3s:v9 not found: manifest unknown | does not have it",
                "dial tcp: lookup registry.example on 10.0.0.1:53: no such host | cannot be reached",
                "No such image: rancher/k3s:v9 | not on this machine"
            })
    void a_reason_becomes_one_sentence_that_says_what_to_do(String said, String told) {
        String sentence = DockerErrors.sentence("The container of k3s could not be started", said);
        assertThat(sentence)
                .startsWith("The container of k3s could not be started: ")
                .contains(told)
                .contains("; ")
                .doesNotContain("\n");
    }

    @Test
    void what_the_engine_answers_is_taken_out_of_its_json() {
        assertThat(DockerErrors.sentence("It failed", "Status 500: {\"message\":\"something broke\"}\n"))
                .isEqualTo("It failed: something broke");
    }

    @Test
    void an_unknown_reason_is_passed_on_in_one_short_line() {
        Throwable deep = new IllegalStateException("outer", new IOException("first line\nsecond " + "x".repeat(500)));
        assertThat(DockerErrors.of("It failed", deep).getMessage())
                .startsWith("It failed: ")
                .doesNotContain("\n")
                .hasSizeLessThan(300);
    }
}
