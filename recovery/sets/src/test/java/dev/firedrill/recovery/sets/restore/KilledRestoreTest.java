package dev.firedrill.recovery.sets.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.sets.support.GitFixture;
import dev.firedrill.recovery.sets.support.TestServer;
import dev.firedrill.recovery.sets.support.WholeSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore that is killed at any of its files leaves the old state or the new one of each store, and the next one ends it. */
@Tag("slow")
class KilledRestoreTest {
    private static final int MANY_STEPS = 40;

    @TempDir
    private Path folder;

    @Test
    void a_restore_that_dies_at_any_file_goes_on_from_there() throws Exception {
        try (WholeSystem system = new WholeSystem(folder)) {
            String set = system.create().word("set").split("/")[1];
            TestServer.Database target = system.server().database();
            Path side = folder.resolve("side");
            int deaths = 0;
            while (run(system, set, side, target, deaths + 1) == DoomedRestore.DEAD) {
                deaths++;
                assertThat(deaths).isLessThan(MANY_STEPS);
                assertThat(target.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                        .as("after " + deaths)
                        .isIn("0", "4");
            }

            assertThat(deaths).isGreaterThanOrEqualTo(7);
            assertThat(run(system, set, side, target, MANY_STEPS)).isZero();
            assertThat(target.rows("resources")).isEqualTo(system.cache().rows("resources"));
            assertThat(GitFixture.refs(side.resolve("blueprints.git")))
                    .isEqualTo(system.git().refs());
        }
    }

    private int run(WholeSystem system, String set, Path side, TestServer.Database target, int step)
            throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedRestore.class.getName(),
                        system.storage().toString(),
                        folder.resolve("catalogue").toString(),
                        set,
                        side.toString(),
                        target.url(),
                        String.valueOf(step)))
                .inheritIO()
                .start()
                .waitFor();
    }
}
