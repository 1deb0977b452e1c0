package dev.firedrill.recovery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class HttpServerPropertiesTest {
    private final Properties process = new Properties();

    @Test
    void a_process_without_limits_gets_them() {
        HttpServerProperties.setMissing(process);

        assertThat(process)
                .containsEntry("sun.net.httpserver.nodelay", "true")
                .containsEntry("sun.net.httpserver.maxReqTime", "60");
    }

    @Test
    void a_limit_that_was_given_stays() {
        process.setProperty("sun.net.httpserver.maxReqTime", "5");
        HttpServerProperties.setMissing(process);

        assertThat(process).containsEntry("sun.net.httpserver.maxReqTime", "5");
    }
}
