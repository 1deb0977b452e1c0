package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Images that are fetched by a real engine from a registry on this machine. */
class PullIT {
    /** Longer than one look at the progress, as every real download is. */
    private static final int SLOW = 4;

    @Test
    void an_image_that_takes_its_time_is_there_in_the_end() throws IOException {
        TestEngine.engineFor(Images.Of.POSTGRES).close();
        try (TinyRegistry registry = new TinyRegistry(UUID.randomUUID().toString())) {
            registry.deliverSecondsAfterAsked(SLOW);
            Engine engine = Engine.open(Images.configured(Map.of("gitea", registry.image())));
            try {
                assertThat(engine.image(Images.Of.GITEA)).isEqualTo(registry.image());
                assertThat(engine.versions().get("image of gitea")).contains("sha256:");
            } finally {
                engine.client().removeImageCmd(registry.image()).exec();
            }
        }
    }

    @Test
    void an_image_that_is_pinned_is_pulled_by_its_digest() throws IOException {
        TestEngine.engineFor(Images.Of.POSTGRES).close();
        try (TinyRegistry registry = new TinyRegistry(UUID.randomUUID().toString())) {
            registry.deliverSecondsAfterAsked(0);
            Engine engine = Engine.open(Images.configured(Map.of("gitea", registry.pinned())));
            String image = engine.image(Images.Of.GITEA);
            try {
                assertThat(image).isEqualTo(registry.pinned().replace("tiny:1@", "tiny@"));
            } finally {
                engine.client().removeImageCmd(image).exec();
            }
        }
    }

    @Test
    void what_has_another_digest_than_the_pinned_one_is_refused() throws IOException {
        TestEngine.engineFor(Images.Of.POSTGRES).close();
        try (TinyRegistry registry = new TinyRegistry(UUID.randomUUID().toString())) {
            registry.deliverSecondsAfterAsked(0);
            String other = registry.image() + "@sha256:" + "0".repeat(64);
            Engine engine = Engine.open(Images.configured(Map.of("gitea", other)));
            assertThatThrownBy(() -> engine.image(Images.Of.GITEA))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageStartingWith("The image " + other + " of gitea is not on this machine");
        }
    }

    @Test
    void a_registry_that_never_delivers_is_given_up_within_half_a_minute() throws IOException {
        TestEngine.engineFor(Images.Of.POSTGRES).close();
        try (TinyRegistry registry = new TinyRegistry(UUID.randomUUID().toString())) {
            Engine engine = Engine.open(Images.configured(Map.of("gitea", registry.image())));
            long start = System.nanoTime();
            assertThatThrownBy(() -> engine.image(Images.Of.GITEA))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageContaining("the registry cannot be reached");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        }
    }
}
