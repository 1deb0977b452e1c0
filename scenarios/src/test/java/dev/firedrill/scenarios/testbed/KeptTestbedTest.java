package dev.firedrill.scenarios.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptTestbedTest {
    @Test
    void kubectl_gets_its_login_in_the_address_where_there_is_no_tls() {
        String plain = "clusters:\n- cluster:\n    server: http://127.0.0.1:80\nusers:\n- user:\n    token: abc-1\n";
        assertThat(KeptTestbed.forKubectl(plain)).contains("server: http://firedrill:abc-1@127.0.0.1:80\n");
        String secure = plain.replace("http:", "https:");
        assertThat(KeptTestbed.forKubectl(secure)).isEqualTo(secure);
    }
}
