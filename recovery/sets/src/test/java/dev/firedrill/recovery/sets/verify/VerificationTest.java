package dev.firedrill.recovery.sets.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.support.Cli;
import dev.firedrill.recovery.sets.support.SshKey;
import dev.firedrill.recovery.sets.support.WholeSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a file of a set is told, with the file's name, before a store is touched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class VerificationTest {
    private static final int POSITIONS = 500;

    private WholeSystem system;
    private Path set;
    private List<Path> files;
    private SetPlace place;
    private SetVerifier verifier;

    @BeforeAll
    void takeOneSetOfEverything(@TempDir Path folder) throws IOException {
        system = new WholeSystem(folder);
        Cli created = system.create(
                "--recipient",
                system.age().recipient(),
                "--signing-key",
                system.ssh().privateKey().toString());
        assertThat(created.code()).as(created.err()).isZero();
        String name = created.word("set");
        place = new SetPlace("porch", new RootId(name.split("/")[1]));
        set = system.storage().resolve(name);
        try (Stream<Path> walk = Files.walk(set)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Catalogue catalogue = new Catalogue(new DirectoryStorage(folder.resolve("catalogue")));
        verifier = new SetVerifier(
                new DirectoryStorage(system.storage()), new Trust(Optional.empty(), catalogue, Set.of()));
    }

    @AfterEach
    void theSetIsWholeAgain() {
        assertThat(verifier.verify(place).files()).isEqualTo(files.size());
    }

    @AfterAll
    void stop() throws IOException {
        system.close();
    }

    @Test
    void the_set_has_files_of_every_kind() {
        assertThat(files.stream().map(file -> set.relativize(file).toString()))
                .contains(
                        "manifest.json",
                        "manifest.json.sig",
                        "RESTORE.md",
                        "cache/metadata.json",
                        "cache/before.sql.zst.age",
                        "git/metadata.json",
                        "control-plane/metadata.json",
                        "control-plane/objects.ndjson.zst.age")
                .anyMatch(name -> name.matches("cache/t[0-9a-f]{12}\\.copy\\.zst\\.age"))
                .anyMatch(name -> name.matches("git/r[0-9a-f]{12}\\..*\\.bundle\\.age"));
    }

    @Test
    void every_single_byte_that_changes_is_told() throws IOException {
        Random random = new Random(24);
        int each = POSITIONS / files.size() + 1;
        for (Path file : files) {
            byte[] original = Files.readAllBytes(file);
            for (int i = 0; i < each; i++) {
                byte[] changed = original.clone();
                int position = i == 0 ? changed.length - 1 : random.nextInt(changed.length);
                changed[position] ^= (byte) (1 + random.nextInt(255));
                Files.write(file, changed);
                assertRefused(file);
            }
            Files.write(file, original);
        }
    }

    @Test
    void every_byte_of_the_signature_counts() throws IOException {
        Path file = set.resolve(SetPlace.SIGNATURE);
        byte[] original = Files.readAllBytes(file);
        for (int position = 0; position < original.length; position++) {
            byte[] changed = original.clone();
            changed[position] ^= 1;
            Files.write(file, changed);
            assertRefused(file);
        }
        Files.write(file, original);
    }

    @Test
    void a_file_that_is_cut_or_longer_or_gone_is_told() throws IOException {
        for (Path file : files) {
            byte[] original = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(original, original.length - 1));
            assertRefused(file);
            Files.write(file, new byte[0]);
            assertRefused(file);
            Files.write(file, Arrays.copyOf(original, original.length + 1));
            assertRefused(file);
            Files.delete(file);
            assertRefused(file);
            Files.write(file, original);
        }
    }

    @Test
    void two_files_that_are_swapped_are_told() throws IOException {
        for (int i = 1; i < files.size(); i++) {
            swap(files.get(i - 1), files.get(i));
            assertThatThrownBy(() -> verifier.verify(place)).isInstanceOf(VerificationFailed.class);
            swap(files.get(i - 1), files.get(i));
        }
    }

    @Test
    void a_file_that_nobody_knows_is_told() throws IOException {
        for (String name : List.of(
                "x", "cache/x", "cache/t000000000000.copy.zst.age", "new/metadata.json", "Upper", ".hidden", "ä")) {
            Path extra = set.resolve(name);
            Files.createDirectories(extra.getParent());
            Files.write(extra, new byte[0]);
            assertThatThrownBy(() -> verifier.verify(place)).isInstanceOf(VerificationFailed.class);
            Files.delete(extra);
        }
        Files.delete(set.resolve("new"));
    }

    @Test
    void a_link_is_told_even_where_its_content_is_right() throws IOException {
        for (Path file : files) {
            Path away = system.folder().resolve("away");
            Files.move(file, away, StandardCopyOption.REPLACE_EXISTING);
            Files.createSymbolicLink(file, away);
            assertRefused(file);
            Files.delete(file);
            Files.move(away, file);
        }
        Path link = set.resolve("cache/link");
        Files.createSymbolicLink(link, system.folder());
        assertRefused(link);
        Files.delete(link);
    }

    @Test
    void a_set_that_was_rewritten_with_all_its_hashes_is_told_by_its_root_hash() throws IOException {
        Cli created = system.create();
        Path other = system.storage().resolve(created.word("set"));
        Path manifest = other.resolve("manifest.json");
        Path text = other.resolve("RESTORE.md");
        String oldHash = Hashes.of(Files.readAllBytes(text));
        byte[] changed = Files.readAllBytes(text);
        changed[0] = '!';
        Files.write(text, changed);
        Files.writeString(manifest, Files.readString(manifest).replace(oldHash, Hashes.of(changed)));

        Cli verified = system.run("backup", "verify", created.word("set"));

        assertThat(verified.code()).isEqualTo(69);
        assertThat(verified.err()).contains("manifest.json", created.word("root hash"));
        assertThat(system.run("backup", "verify", created.word("set"), "--root-hash", created.word("root hash"))
                        .code())
                .isEqualTo(69);
        system.run("backup", "delete", created.word("set"), "--confirm");
    }

    @Test
    void a_set_that_nothing_speaks_for_is_not_believed() throws IOException {
        Cli created = system.create();
        Path elsewhere = system.folder().resolve("another-catalogue");

        assertThat(verifyWith(elsewhere, created).err()).contains("--root-hash");
        assertThat(verifyWith(elsewhere, created).code()).isEqualTo(69);
        assertThat(verifyWith(elsewhere, created, "--root-hash", created.word("root hash"))
                        .code())
                .isZero();
        assertThat(verifyWith(
                                elsewhere,
                                created,
                                "--trusted-key",
                                system.ssh().publicKey().toString())
                        .code())
                .isEqualTo(69);
        system.run("backup", "delete", created.word("set"), "--confirm");
    }

    @Test
    void a_signature_speaks_for_a_set_where_the_catalogue_is_lost() throws IOException {
        Path elsewhere = system.folder().resolve("another-catalogue");
        Path stranger = SshKey.in(system.folder()).publicKey();

        assertThat(verifyNamed(
                                elsewhere,
                                place.toString(),
                                "--trusted-key",
                                system.ssh().publicKey().toString())
                        .code())
                .isZero();
        assertThat(verifyNamed(elsewhere, place.toString(), "--trusted-key", stranger.toString())
                        .code())
                .isEqualTo(69);
    }

    private Cli verifyWith(Path catalogue, Cli created, String... more) {
        return verifyNamed(catalogue, created.word("set"), more);
    }

    private Cli verifyNamed(Path catalogue, String name, String... more) {
        Stream<String> arguments = Stream.of(
                "backup",
                "verify",
                name,
                "--storage",
                system.storage().toString(),
                "--catalogue",
                catalogue.toString());
        return Cli.run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void a_set_in_the_place_of_another_is_told() throws IOException {
        Cli other = system.create();
        Path otherSet = system.storage().resolve(other.word("set"));
        Path away = system.folder().resolve("whole");
        Files.move(set, away);
        Files.move(otherSet, set);
        assertThatThrownBy(() -> verifier.verify(place)).hasMessageContaining("manifest.json");
        Files.move(set, otherSet);
        Files.move(away, set);
    }

    @Test
    void nothing_is_restored_from_a_set_that_was_changed() throws IOException {
        Path file = set.resolve("control-plane/objects.ndjson.zst.age");
        byte[] original = Files.readAllBytes(file);
        byte[] changed = original.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);
        var target = system.server().database();

        Cli restored = system.run(
                "restore",
                "run",
                place.toString(),
                "--identity",
                system.age().identity().toString(),
                "--git-base",
                system.folder().resolve("side").toString(),
                "--database-url",
                target.url(),
                "--database-user",
                "postgres");

        assertThat(restored.code()).isEqualTo(69);
        assertThat(restored.err()).contains("control-plane/objects.ndjson.zst.age");
        assertThat(system.folder().resolve("side")).doesNotExist();
        assertThat(target.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
        assertThat(system.run("backup", "verify", place.toString()).code()).isEqualTo(69);
        Files.write(file, original);
    }

    @Test
    void a_wrong_key_is_told_before_a_store_is_touched() throws IOException {
        for (List<String> keys : List.of(
                List.<String>of(),
                List.of(
                        "--identity",
                        dev.firedrill.recovery.sets.support.AgeKey.in(system.folder())
                                .identity()
                                .toString()))) {
            Cli restored = system.run(
                    "restore",
                    "run",
                    Stream.concat(
                                    Stream.of(
                                            place.toString(),
                                            "--git-base",
                                            system.folder().resolve("side").toString()),
                                    keys.stream())
                            .toArray(String[]::new));
            assertThat(restored.code()).isEqualTo(69);
            assertThat(restored.err()).contains("--identity");
            assertThat(system.folder().resolve("side")).doesNotExist();
        }
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> verifier.verify(place))
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining(set.relativize(file).toString());
    }

    private void swap(Path one, Path other) throws IOException {
        Path away = system.folder().resolve("swapped");
        Files.move(one, away);
        Files.move(other, one);
        Files.move(away, other);
    }
}
