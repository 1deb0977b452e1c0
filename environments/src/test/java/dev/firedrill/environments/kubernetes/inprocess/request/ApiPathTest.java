package dev.firedrill.environments.kubernetes.inprocess.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiPathTest {
    @Test
    void core_and_groups_are_told_apart() {
        assertThat(path("/api/v1/namespaces/n/configmaps/c"))
                .isEqualTo(new ApiPath("", "v1", "n", "configmaps", "c", ""));
        assertThat(path("/apis/g.dev/v2/namespaces/n/widgets/w/status"))
                .isEqualTo(new ApiPath("g.dev", "v2", "n", "widgets", "w", "status"));
        assertThat(path("/apis/g.dev/v2/widgets")).isEqualTo(new ApiPath("g.dev", "v2", "", "widgets", "", ""));
    }

    @Test
    void a_namespace_is_an_object_too() {
        assertThat(path("/api/v1/namespaces")).isEqualTo(new ApiPath("", "v1", "", "namespaces", "", ""));
        assertThat(path("/api/v1/namespaces/n")).isEqualTo(new ApiPath("", "v1", "", "namespaces", "n", ""));
        assertThat(path("/api/v1/namespaces/n/finalize"))
                .isEqualTo(new ApiPath("", "v1", "", "namespaces", "n", "finalize"));
    }

    @Test
    void segments_are_decoded_one_by_one() {
        assertThat(ApiPath.segments("/a/b%20c/d%2Fe/f+g/")).containsExactly("a", "b c", "d/e", "f+g");
    }

    @Test
    void what_is_too_short_or_too_deep_is_no_resource() {
        assertThat(ApiPath.parse(ApiPath.segments("/api/v1"))).isEmpty();
        assertThat(ApiPath.parse(ApiPath.segments("/apis/g/v1"))).isEmpty();
        assertThat(ApiPath.parse(ApiPath.segments("/api/v1/namespaces/n/configmaps/c/x/y")))
                .isEmpty();
        assertThat(ApiPath.parse(ApiPath.segments("/"))).isEmpty();
    }

    private static ApiPath path(String raw) {
        return ApiPath.parse(ApiPath.segments(raw)).orElseThrow();
    }
}
