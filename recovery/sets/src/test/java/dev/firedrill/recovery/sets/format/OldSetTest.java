package dev.firedrill.recovery.sets.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.sets.support.Cli;
import dev.firedrill.recovery.sets.support.GitFixture;
import dev.firedrill.recovery.sets.support.TestCluster;
import dev.firedrill.recovery.sets.support.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sets of version 1 of the layout, written on 2026-11-29 and never again: a full one, one that builds on it, and an encrypted one.
 * Whoever changes the layout keeps reading them.
 */
class OldSetTest {
    private static final Path OLD = Path.of("src/test/resources/sets-v1");
    private static final String FULL = "porch/20261129t225442z-33fec67f";
    private static final String FULL_HASH = "2b6083d5cbfdcec79e789da08cee503c4f15395d36c4d39da3742c3e2dbeb57e";
    private static final String INCREMENTAL = "porch/20261129t225445z-059c1a07";
    private static final String INCREMENTAL_HASH = "5208bee8f8c802bf9c7be89cb1e65dc1210db92a0849f9a26a8b6d707ffe0ada";
    private static final String ENCRYPTED = "porch/20261129t225446z-20370613";
    private static final String ENCRYPTED_HASH = "2e9879886b4a6bd82b32116a8ee5896fa8b6db90daa341d949e82e3f2a39f7f1";

    @TempDir
    private Path folder;

    private Path storage;

    /** A storage is locked while it is read, and what is among the sources is not to be written to. */
    @BeforeEach
    void copy() throws IOException {
        storage = folder.resolve("old");
        try (Stream<Path> files = Files.walk(OLD.resolve("storage"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        storage.resolve(OLD.resolve("storage").relativize(file).toString()));
            }
        }
    }

    @Test
    void sets_of_version_1_are_proven_by_hash_and_by_signature() {
        assertThat(verify(FULL, "--root-hash", FULL_HASH).code()).isZero();
        assertThat(verify(FULL, "--trusted-key", OLD.resolve("signing.pub").toString())
                        .code())
                .isZero();
        assertThat(verify(INCREMENTAL, "--root-hash", INCREMENTAL_HASH).code()).isZero();
        assertThat(verify(ENCRYPTED, "--root-hash", ENCRYPTED_HASH).code()).isZero();
        assertThat(verify(FULL, "--root-hash", ENCRYPTED_HASH).code()).isEqualTo(69);
    }

    @Test
    void sets_of_version_1_are_restored() throws IOException {
        try (TestServer server = TestServer.start();
                TestCluster cluster = new TestCluster()) {
            String resources = restore(server, cluster, FULL, FULL_HASH, "20");
            assertThat(restore(server, cluster, ENCRYPTED, ENCRYPTED_HASH, "19"))
                    .isNotEqualTo(resources);
            restore(server, cluster, INCREMENTAL, INCREMENTAL_HASH, "19");
        }
    }

    @Test
    void a_newer_layout_is_refused_with_what_to_do() throws IOException {
        Path set = Files.createDirectories(folder.resolve("storage").resolve(FULL));
        String manifest = Files.readString(storage.resolve(FULL).resolve("manifest.json"));
        byte[] newer = manifest.replace("\"version\" : 1", "\"version\" : 2")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(set.resolve("manifest.json"), newer);

        Cli refused = verifyIn(folder.resolve("storage"), FULL, "--root-hash", Hashes.of(newer));

        assertThat(refused.code()).isEqualTo(69);
        assertThat(refused.err()).contains("version 2", "use the Firedrill that wrote it, or a newer one");
    }

    private String restore(TestServer server, TestCluster cluster, String set, String hash, String rows)
            throws IOException {
        TestServer.Database target = server.database();
        Path side = Files.createTempDirectory(folder, "side");
        List<String> arguments = new ArrayList<>(List.of("restore", "run", set, "--root-hash", hash));
        arguments.addAll(places(storage));
        arguments.addAll(List.of("--identity", OLD.resolve("identity.txt").toString()));
        arguments.addAll(List.of("--git-base", side.toString(), "--kubeconfig", cluster.kubeconfig(folder)));
        arguments.addAll(List.of("--database-url", target.url(), "--database-user", "postgres"));

        Cli restored = Cli.run(arguments.toArray(String[]::new));

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(target.value("SELECT count(*) FROM resources")).isEqualTo(rows);
        assertThat(GitFixture.refs(side.resolve("blueprints.git"))).containsKey("refs/tags/blueprints/basens/v2");
        assertThat(cluster.get(TestCluster.path("v1alpha1", "packagevariants", "all-a"))
                        .isNull())
                .isFalse();
        return target.rows("resources");
    }

    private Cli verify(String set, String... more) {
        return verifyIn(storage, set, more);
    }

    private Cli verifyIn(Path storage, String set, String... more) {
        List<String> arguments = new ArrayList<>(List.of("backup", "verify", set));
        arguments.addAll(places(storage));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private List<String> places(Path storage) {
        return List.of(
                "--storage",
                storage.toString(),
                "--catalogue",
                folder.resolve("catalogue").toString());
    }
}
