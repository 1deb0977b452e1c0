package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    Path folder;

    @Test
    void an_entry_is_made_once() throws IOException {
        Path entry = folder.resolve("entry");
        CacheFolder.once(entry, part -> Files.writeString(part.resolve("file"), "first"));
        CacheFolder.once(entry, part -> Files.writeString(part.resolve("file"), "second"));
        assertThat(entry.resolve("file")).hasContent("first");
    }

    @Test
    void two_who_fill_an_entry_at_once_both_get_a_whole_one() throws IOException {
        Path entry = folder.resolve("entry");
        CyclicBarrier both = new CyclicBarrier(2);
        CacheFolder.Filler filler = part -> {
            Files.writeString(part.resolve("one"), "1");
            meet(both);
            Files.writeString(part.resolve("two"), "2");
        };
        CompletableFuture<Path> other = CompletableFuture.supplyAsync(() -> CacheFolder.once(entry, filler));
        CacheFolder.once(entry, filler);
        assertThat(other.join()).isEqualTo(entry);
        assertThat(names(entry)).containsExactly("one", "two");
        assertThat(names(folder)).containsExactly("entry");
    }

    @Test
    void an_entry_that_could_not_be_filled_is_not_there() throws IOException {
        assertThatThrownBy(() -> CacheFolder.once(folder.resolve("entry"), part -> {
                    Files.writeString(part.resolve("half"), "1");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("No space left on device");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void what_a_killed_harness_left_unfinished_is_cleared() throws IOException {
        Files.createDirectories(folder.resolve("entry.1-1-0000abcd.part/half"));
        CacheFolder.once(folder.resolve("other"), part -> {});
        assertThat(names(folder)).containsExactly("other");
    }

    @Test
    void of_many_entries_those_used_last_stay() throws IOException {
        for (int i = 1; i <= 4; i++) {
            Path entry = CacheFolder.once(folder.resolve("entry-" + i), part -> {});
            Files.setLastModifiedTime(entry, FileTime.from(Instant.EPOCH.plusSeconds(i)));
        }

        CacheFolder.useAndKeepLatest(folder.resolve("entry-1"), 2);

        assertThat(names(folder)).containsExactly("entry-1", "entry-4");
    }

    private static void meet(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IOException(alone);
        }
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }
}
