package dev.firedrill.recovery.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourceVersionsTest {
    private final ResourceVersions versions = new ResourceVersions();

    @Test
    void a_first_an_equal_and_a_higher_version_are_no_way_back() {
        assertThat(versions.observe("9")).isEmpty();
        assertThat(versions.observe("9")).isEmpty();
        assertThat(versions.observe("10")).isEmpty();
    }

    @Test
    void a_lower_version_is_one_each_time() {
        versions.observe("1000");

        assertThat(versions.observe("999")).contains("1000");
        assertThat(versions.observe("999")).isEmpty();
        assertThat(versions.observe("5")).contains("999");
    }

    @Test
    void a_version_that_is_no_number_is_passed_over() {
        versions.observe("1000");

        assertThat(versions.observe("")).isEmpty();
        assertThat(versions.observe("null")).isEmpty();
        assertThat(versions.observe("1234567890123456789")).isEmpty();
        assertThat(versions.observe("999")).contains("1000");
    }
}
