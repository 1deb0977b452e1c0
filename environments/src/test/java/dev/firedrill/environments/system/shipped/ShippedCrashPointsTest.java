package dev.firedrill.environments.system.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.role.system.StartOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedCrashPointsTest {
    @TempDir
    private Path folder;

    @Test
    void a_process_that_is_to_stop_finds_nothing_that_lets_it_go_on_until_it_is_let_go() {
        Path goOn = folder.resolve("go-on");
        ShippedCrashPoints places = new ShippedCrashPoints(goOn, () -> 137);
        places.letGo();

        StartOptions stop = places.stopAfter(7);

        assertThat(stop.words()).containsExactly("--pause-after", "7", "--pause-until", goOn.toString());
        assertThat(Files.exists(goOn)).isFalse();
        places.letGo();
        assertThat(Files.exists(goOn)).isTrue();
        assertThat(places.stopAt("pass.started").words()).startsWith("--pause-at", "pass.started");
        assertThat(places.dieAfter(7).words()).containsExactly("--halt-after", "7");
        assertThat(places.awaitDeath()).isEqualTo(137);
    }

    @Test
    void options_of_several_abilities_go_together() {
        assertThat(StartOptions.of("--a", "1").and(StartOptions.of("--b")).words())
                .containsExactly("--a", "1", "--b");
        assertThat(StartOptions.plain().words()).isEmpty();
    }
}
