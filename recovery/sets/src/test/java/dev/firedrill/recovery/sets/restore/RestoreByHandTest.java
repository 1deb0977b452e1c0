package dev.firedrill.recovery.sets.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.recovery.sets.support.Cli;
import dev.firedrill.recovery.sets.support.GitFixture;
import dev.firedrill.recovery.sets.support.TestServer;
import dev.firedrill.recovery.sets.support.WholeSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set outlives this program: what RESTORE.md says brings the stores back by common tools alone. */
@Tag("slow")
class RestoreByHandTest {
    private static final List<String> TABLES = List.of("repositories", "packages", "package_revisions", "resources");

    @TempDir
    private Path folder;

    private WholeSystem system;

    @BeforeEach
    void start() throws IOException {
        assumeInstalled("sh", "zstd", "git", "psql", "sha256sum");
        system = new WholeSystem(folder);
    }

    @AfterEach
    void stop() throws IOException {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void a_plain_set_is_restored_by_its_instructions() throws Exception {
        assertRestoredByHand(system.create());
    }

    @Test
    void an_incremental_set_is_restored_by_its_instructions() throws Exception {
        system.create();
        system.git().commit("refs/heads/main", "more");
        Files.delete(system.git().folder().resolve("refs/tags/blueprints/basens/v1"));
        system.cache().execute("DELETE FROM resources WHERE k8s_name = 'blueprints.a.v2'");
        assertRestoredByHand(system.create("--incremental"));
    }

    @Test
    void an_encrypted_set_is_restored_by_its_instructions() throws Exception {
        assumeInstalled("age");
        assertRestoredByHand(system.create("--recipient", system.age().recipient()));
    }

    @Test
    void the_instructions_find_a_file_that_was_changed() throws Exception {
        Path set = system.storage().resolve(system.create().word("set"));
        Path file;
        try (Stream<Path> files = Files.list(set.resolve("git"))) {
            file = files.filter(each -> each.toString().endsWith(".bundle"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(follow(set, system.server().database())).isNotZero();
        assertThat(Files.readString(folder.resolve("out"))).contains(set.relativize(file) + ": FAILED");
    }

    @Test
    void the_signature_is_good_for_ssh_keygen() throws Exception {
        assumeInstalled("ssh-keygen");
        Cli created = system.create("--signing-key", system.ssh().privateKey().toString());
        Path set = system.storage().resolve(created.word("set"));
        Path allowed = folder.resolve("allowed");
        Files.writeString(allowed, "backup " + Files.readString(system.ssh().publicKey()));

        assertThat(verifySignature(set, allowed)).isZero();
        Files.writeString(set.resolve("manifest.json"), " ", java.nio.file.StandardOpenOption.APPEND);
        assertThat(verifySignature(set, allowed)).isNotZero();
    }

    private int verifySignature(Path set, Path allowed) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "ssh-keygen",
                        "-Y",
                        "verify",
                        "-f",
                        allowed.toString(),
                        "-I",
                        "backup",
                        "-n",
                        "firedrill-recovery-set",
                        "-s",
                        "manifest.json.sig")
                .directory(set.toFile())
                .redirectInput(set.resolve("manifest.json").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        return builder.start().waitFor();
    }

    private void assertRestoredByHand(Cli created) throws Exception {
        assertThat(created.code()).as(created.err()).isZero();
        Path set = system.storage().resolve(created.word("set"));
        TestServer.Database target = system.server().database();

        assertThat(follow(set, target))
                .as(Files.readString(folder.resolve("out")))
                .isZero();

        for (String table : TABLES) {
            assertThat(target.rows(table)).isEqualTo(system.cache().rows(table)).isNotEmpty();
        }
        assertThat(GitFixture.refs(folder.resolve("git/r00001.git")))
                .isEqualTo(system.git().refs());
        assertThat(Files.readString(folder.resolve("applied")))
                .contains("\"kind\":\"Repository\"", "\"name\":\"blueprints\"")
                .doesNotContain("\"uid\"", "resourceVersion");
        assertThat(created.word("root hash")).isEqualTo(firstWord(Files.readString(folder.resolve("out"))));
    }

    /** Runs every block of shell in RESTORE.md, with nothing else from us than the variables that it explains. */
    private int follow(Path set, TestServer.Database target) throws Exception {
        Path kubectl = folder.resolve("kubectl");
        Files.writeString(kubectl, "#!/bin/sh\ncat > '" + folder.resolve("applied") + "'\n");
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("git"));
        Path script = folder.resolve("script");
        Files.write(script, blocks(Files.readAllLines(set.resolve("RESTORE.md"))));
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .directory(set.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment()
                .putAll(Map.of(
                        "GIT_FOLDER", folder.resolve("git").toString(),
                        "IDENTITY", system.age().identity().toString(),
                        "KUBECTL", kubectl.toString(),
                        "PGHOST", "localhost",
                        "PGPORT", String.valueOf(system.server().port()),
                        "PGUSER", "postgres",
                        "PGDATABASE", target.name(),
                        "PGPASSWORD", "postgres"));
        return builder.start().waitFor();
    }

    private static List<String> blocks(List<String> text) {
        List<String> blocks = new ArrayList<>();
        boolean inside = false;
        for (String line : text) {
            if (line.startsWith("```")) {
                inside = line.equals("```sh");
            } else if (inside) {
                blocks.add(line);
            }
        }
        return blocks;
    }

    private static String firstWord(String text) {
        return text.split("\\s", 2)[0];
    }

    private static void assumeInstalled(String... programs) {
        for (String program : programs) {
            boolean found = Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
            assumeTrue(found, program + " is not installed");
        }
    }
}
