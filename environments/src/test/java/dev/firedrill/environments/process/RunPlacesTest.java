package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlacesTest {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long GIB = 1L << 30;

    @TempDir
    Path disk;

    private boolean memoryIsThere;

    @BeforeEach
    void lookAtMemory() throws IOException {
        memoryIsThere = Files.isDirectory(MEMORY)
                && Files.getFileStore(MEMORY).type().equals("tmpfs")
                && Files.getFileStore(MEMORY).getUsableSpace() > 8 * GIB;
    }

    @Test
    void memory_where_there_is_plenty_of_it() {
        assumeThat(memoryIsThere).isTrue();
        assertThat(places(MEMORY, Optional.empty(), 64 * GIB).chosen()).isEqualTo(MEMORY);
    }

    @Test
    void disk_where_memory_is_short_or_is_no_memory_or_is_not_there() {
        assertThat(places(MEMORY, Optional.empty(), GIB).chosen()).isEqualTo(disk);
        assertThat(places(Path.of("/proc"), Optional.empty(), 64 * GIB).chosen())
                .isEqualTo(disk);
        assertThat(places(disk.resolve("absent"), Optional.empty(), 64 * GIB).chosen())
                .isEqualTo(disk);
    }

    @Test
    void what_the_user_names_and_leftovers_are_sought_everywhere() throws IOException {
        Path named = Files.createDirectory(disk.resolve("named"));
        Path memory = Files.createDirectory(disk.resolve("memory"));
        RunPlaces places = places(memory, Optional.of(named), 64 * GIB);
        assertThat(places.chosen()).isEqualTo(named);
        assertThat(places.all()).containsExactly(named, memory, disk);
    }

    private RunPlaces places(Path memory, Optional<Path> named, long available) {
        return new RunPlaces(memory, disk, named, available);
    }
}
