package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.docker.Images.Of;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private final Properties system = new Properties();

    @ParameterizedTest
    @EnumSource(Of.class)
    void every_product_has_a_default_that_is_pinned_by_version_and_digest(Of product) throws IOException {
        Properties written = new Properties();
        try (InputStream list = Images.class.getResourceAsStream("images.properties")) {
            written.load(list);
        }
        assertThat(written.getProperty(product.key())).matches("[^:@]+:v?[0-9]+\\.[^:/@]+@sha256:[0-9a-f]{64}");
        assertThat(images(Map.of(), Map.of()).choice(product).name()).matches("[^:@]+@sha256:[0-9a-f]{64}");
    }

    @Test
    void an_image_of_the_user_may_have_a_tag_beside_its_digest_too() {
        String digest = "@sha256:" + "a".repeat(64);
        Images.Choice choice =
                images(Map.of("k3s", "host:5000/k3s:v1" + digest), Map.of()).choice(Of.K3S);
        assertThat(choice.name()).isEqualTo("host:5000/k3s" + digest);
        assertThat(choice.written()).isEqualTo("host:5000/k3s:v1" + digest);
    }

    @Test
    void later_sources_win(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("images");
        Files.writeString(file, "k3s=of/file:1\ngitea=of/file:1\npostgres=of/file:1\ntoxiproxy=of/file:1\n");
        system.setProperty("firedrill.image.postgres", "of/property:1");
        Images images = images(
                Map.of("toxiproxy", "of/caller:1"),
                Map.of(
                        "FIREDRILL_IMAGES", file.toString(),
                        "FIREDRILL_IMAGE_GITEA", "of/environment:1",
                        "FIREDRILL_IMAGE_POSTGRES", "of/environment:1",
                        "FIREDRILL_IMAGE_TOXIPROXY", "of/environment:1"));
        assertThat(images.choice(Of.K3S).name()).isEqualTo("of/file:1");
        assertThat(images.choice(Of.GITEA).name()).isEqualTo("of/environment:1");
        assertThat(images.choice(Of.POSTGRES).name()).isEqualTo("of/property:1");
        assertThat(images.choice(Of.TOXIPROXY).name()).isEqualTo("of/caller:1");
    }

    @Test
    void a_mirror_goes_before_defaults_and_not_before_what_the_user_named() {
        Images images =
                images(Map.of("gitea", "mine/gitea:1"), Map.of("FIREDRILL_IMAGE_PREFIX", "mirror.example:5000/hub/"));
        assertThat(images.choice(Of.K3S).name()).startsWith("mirror.example:5000/hub/rancher/k3s@sha256:");
        assertThat(images.choice(Of.GITEA).name()).isEqualTo("mine/gitea:1");
    }

    @Test
    void the_mirror_can_be_given_wherever_an_image_can() {
        assertThat(images(Map.of("prefix", "mirror.example/hub"), Map.of())
                        .choice(Of.GITEA)
                        .name())
                .startsWith("mirror.example/hub/gitea/gitea@sha256:");
    }

    @Test
    void what_is_built_here_stands_in_for_the_default_only() {
        assertThat(images(Map.of(), Map.of()).choice(Of.POSTGRES).substitute()).isEqualTo("firedrill/postgresql:15");
        assertThat(images(Map.of("postgres", "postgres:16"), Map.of())
                        .choice(Of.POSTGRES)
                        .substitute())
                .isNull();
    }

    @Test
    void an_unknown_product_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> images(Map.of("mysql", "mysql:8"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mysql")
                .hasMessageContaining("k3s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v", "a b", "a;b", "../x", "$(x)"})
    void what_is_no_image_name_is_refused(String name) {
        assertThatThrownBy(() -> images(Map.of("k3s", name), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> images(Map.of(), Map.of("FIREDRILL_IMAGES", "/nowhere/images")))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("/nowhere/images");
    }

    private Images images(Map<String, String> named, Map<String, String> environment) {
        return Images.of(named, system, environment);
    }
}
