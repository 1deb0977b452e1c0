package dev.firedrill.recovery.sets.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStorageTest {
    @TempDir
    private Path folder;

    private Path root;
    private DirectoryStorage storage;

    @BeforeEach
    void open() {
        root = folder.resolve("storage");
        storage = new DirectoryStorage(root);
    }

    @Test
    void a_file_is_created_once_and_never_overwritten() throws IOException {
        storage.create("a/b", Content.of(bytes("first")));

        assertThatThrownBy(() -> storage.create("a/b", Content.of(bytes("second"))))
                .isInstanceOf(SetRefused.class);
        assertThat(read("a/b")).isEqualTo("first");
    }

    @Test
    void a_file_that_could_not_be_written_whole_is_not_there() throws IOException {
        assertThatThrownBy(() -> storage.create("a/b", out -> {
                    out.write(bytes("half"));
                    throw new IOException("no space left on device");
                }))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("no space left on device");

        assertThat(storage.exists("a/b")).isFalse();
        assertThat(Files.list(root.resolve(".unfinished"))).isEmpty();
    }

    @Test
    void keys_that_lead_elsewhere_are_refused() {
        for (String key :
                List.of("../x", "a/../../x", "/x", "a//b", "a/./b", "", "a/", "A", ".x", "a b", "a\\b", "ä")) {
            assertThatThrownBy(() -> storage.create(key, Content.of(bytes("x"))))
                    .as(key)
                    .isInstanceOf(VerificationFailed.class);
            assertThatThrownBy(() -> storage.open(key)).as(key).isInstanceOf(VerificationFailed.class);
            assertThatThrownBy(() -> storage.delete(key)).as(key).isInstanceOf(VerificationFailed.class);
        }
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void nothing_is_read_written_or_removed_through_a_link() throws IOException {
        Path away = Files.createDirectories(folder.resolve("away"));
        Files.writeString(away.resolve("file"), "precious");
        Files.createSymbolicLink(root.resolve("linked"), away);
        Files.createDirectories(root.resolve("a"));
        Files.createSymbolicLink(root.resolve("a/link"), away.resolve("file"));

        assertThatThrownBy(() -> storage.create("linked/new", Content.of(bytes("x"))))
                .isInstanceOf(VerificationFailed.class)
                .hasMessageContaining("linked");
        assertThatThrownBy(() -> storage.open("linked/file")).isInstanceOf(VerificationFailed.class);
        assertThatThrownBy(() -> storage.open("a/link")).isInstanceOf(VerificationFailed.class);
        assertThatThrownBy(() -> storage.replace("a/link", bytes("x"))).isInstanceOf(VerificationFailed.class);
        assertThatThrownBy(() -> storage.list("a")).isInstanceOf(VerificationFailed.class);
        assertThatThrownBy(() -> storage.delete("linked/file")).isInstanceOf(VerificationFailed.class);
        assertThat(Files.list(away)).hasSize(1);
        assertThat(away.resolve("file")).hasContent("precious");
    }

    @Test
    void folders_that_become_empty_go_with_the_last_file() {
        storage.create("a/b/c", Content.of(bytes("x")));
        storage.create("a/d", Content.of(bytes("x")));

        storage.delete("a/b/c");
        storage.delete("a/b/c");

        assertThat(root.resolve("a/b")).doesNotExist();
        assertThat(storage.exists("a/d")).isTrue();
    }

    @Test
    void what_a_process_is_writing_is_not_swept() {
        storage.create("a/b", out -> {
            out.write(bytes("x"));
            storage.sweep();
        });

        assertThat(storage.exists("a/b")).isTrue();
    }

    @Test
    void what_a_process_left_is_swept() throws IOException {
        Path left = Files.createDirectories(root.resolve(".unfinished")).resolve("left");
        Files.writeString(left, "half");

        storage.sweep();

        assertThat(left).doesNotExist();
    }

    @Test
    void a_lock_is_held_by_one_or_shared_by_many() {
        StorageLock held = storage.tryLock("x", false).orElseThrow();
        assertThat(storage.tryLock("x", false)).isEmpty();
        assertThat(storage.tryLock("x", true)).isEmpty();
        held.close();
        held.close();
        StorageLock again = storage.tryLock("x", false).orElseThrow();
        again.close();
    }

    private String read(String key) throws IOException {
        try (InputStream in = storage.open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
