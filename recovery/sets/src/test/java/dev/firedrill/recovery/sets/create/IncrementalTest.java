package dev.firedrill.recovery.sets.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.sets.support.Cli;
import dev.firedrill.recovery.sets.support.GitFixture;
import dev.firedrill.recovery.sets.support.TestServer;
import dev.firedrill.recovery.sets.support.WholeSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incremental set holds what has changed, restores everything, and keeps the sets that it builds on from being removed. */
@Tag("slow")
class IncrementalTest {
    private static final int NOISE_BYTES = 400_000;

    @TempDir
    private Path folder;

    private WholeSystem system;

    @BeforeEach
    void start() throws IOException {
        system = new WholeSystem(folder);
    }

    @AfterEach
    void stop() throws IOException {
        system.close();
    }

    @Test
    void an_unchanged_system_costs_little_and_comes_back_whole() throws IOException {
        fill();
        Cli full = system.create();
        Cli incremental = system.create("--incremental");

        assertThat(incremental.out()).contains("builds on " + full.word("set").split("/")[1]);
        assertThat(size(incremental)).isLessThan(size(full) * 3 / 100);
        assertRestores(incremental);
    }

    @Test
    void what_changed_comes_back_from_a_chain_of_sets() throws IOException {
        system.create();
        for (int i = 0; i < 3; i++) {
            system.git().ref("refs/heads/new-" + i, system.git().commit("refs/heads/main", "change " + i));
            system.cache()
                    .execute(
                            "UPDATE resources SET resource_value = 'new " + i + "' WHERE k8s_name = 'blueprints.a.v1'");
            assertRestores(system.create("--incremental"));
        }
        system.git().ref("refs/tags/blueprints/basens/v9", system.git().commit("refs/heads/aside", "x"));
        Files.delete(system.git().folder().resolve("refs/heads/aside"));
        Files.delete(system.git().folder().resolve("refs/heads/new-1"));
        assertRestores(system.create("--incremental"));
    }

    @Test
    void a_set_that_others_build_on_is_kept() throws IOException {
        Cli full = system.create();
        Cli incremental = system.create("--incremental");

        Cli refused = system.run("backup", "delete", full.word("set"), "--confirm");

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains(incremental.word("set"));
        assertRestores(incremental);
        assertThat(system.run("backup", "delete", incremental.word("set"), "--confirm")
                        .code())
                .isZero();
        assertThat(system.run("backup", "delete", full.word("set"), "--confirm").code())
                .isZero();
        assertThat(system.run("backup", "list").out()).contains("There are no sets");
    }

    @Test
    void a_file_of_the_base_that_changed_is_told_and_not_built_on() throws IOException {
        Cli full = system.create();
        Cli before = system.create("--incremental");
        Path bundle = only(system.storage().resolve(full.word("set")).resolve("git"), ".bundle");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bundle, bytes);

        Cli verified = system.run("backup", "verify", before.word("set"));
        Cli after = system.create("--incremental");

        assertThat(verified.code()).isEqualTo(69);
        assertThat(verified.err()).contains(bundle.getFileName().toString(), before.word("set"));
        assertRestores(after);
    }

    @Test
    void a_set_for_other_keys_is_not_built_on() throws IOException {
        system.create();

        Cli created = system.create("--incremental", "--recipient", system.age().recipient());

        assertThat(created.out()).contains("full, because there is no set to build on");
    }

    private void fill() throws IOException {
        byte[] noise = new byte[NOISE_BYTES];
        new Random(1).nextBytes(noise);
        String text = java.util.HexFormat.of().formatHex(noise);
        system.git().commit("refs/heads/main", text);
        system.cache()
                .execute("UPDATE resources SET resource_value = '" + text + "' WHERE k8s_name = 'blueprints.a.v1'");
    }

    private void assertRestores(Cli created) throws IOException {
        assertThat(created.code()).as(created.err()).isZero();
        Path side = Files.createTempDirectory(folder, "side");
        TestServer.Database target = system.server().database();

        Cli restored = system.run(
                "restore",
                "run",
                created.word("set"),
                "--git-base",
                side.toString(),
                "--database-url",
                target.url(),
                "--database-user",
                "postgres");

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(GitFixture.refs(side.resolve("blueprints.git")))
                .isEqualTo(system.git().refs());
        for (String table : List.of("repositories", "package_revisions", "resources")) {
            assertThat(target.rows(table)).isEqualTo(system.cache().rows(table));
        }
    }

    private long size(Cli created) throws IOException {
        try (Stream<Path> files = Files.walk(system.storage().resolve(created.word("set")))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static Path only(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
