package dev.firedrill.recovery.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.git.GitView;
import dev.firedrill.recovery.git.Hostility;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A login in the URL of a git repository serves the connection and comes out nowhere. */
class NoLoginLeaksTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "https://user:pass@host/x.git,https://host/x.git",
        "https://ghp_token@host:8443/x.git,https://host:8443/x.git",
        "https://u:p%40ss@host/x.git?private_token=abc&b=c#d,https://host/x.git",
        "https://host/x.git,https://host/x.git",
        "file:///tmp/a@b/x.git,file:///tmp/a@b/x.git",
        "cannot open git-upload-pack https://u:p@ss@h/x?t=1: refused,cannot open git-upload-pack https://h/x refused",
        "'{\"repo\":\"https://u:p@h/x?t=1\\u0026token=2\"}','{\"repo\":\"https://h/x\"}'"
    })
    void urlsAreReducedToSchemeHostAndPath(String text, String expected) {
        assertThat(Secrets.removed(text)).isEqualTo(expected);
    }

    @Test
    void rowsLocksAndColumnsNameThePlaceAlone() throws IOException {
        try (Laboratory lab = new Laboratory(directory, 0)) {
            try (BareRepository bare = new BareRepository(directory.resolve("r1.git?private_token=hush"))) {
                Hostility.fill(bare, List.of(), new Random(1));
                lab.cluster.add("r1", bare.url(), false);
            }

            PassResult result = lab.pass();

            assertThat(result.toString()).doesNotContain("hush");
            assertThat(lab.cache.revisions("ns"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.lock().repository()).endsWith("/r1.git"));
            assertThat(lab.cache.repositories().toString()).doesNotContain("hush");
        }
    }

    @Test
    void aServerThatCannotBeReachedIsNamedWithoutTheLogin() {
        try (Laboratory lab = new Laboratory(directory, 0)) {
            for (String url : List.of(
                    "http://hush:sh@localhost:1/x.git?t=hush",
                    "http://hush@localhost:1/x",
                    "http://nowhere.invalid/x?hush")) {
                Repository repository = new Repository(
                        "ns",
                        "r1",
                        "uid",
                        1,
                        false,
                        url,
                        "main",
                        false,
                        "",
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        "{}");
                GitView view = lab.repositories.look(repository);
                assertThat(view).isInstanceOf(GitView.Unreadable.class);
                assertThat(view.toString()).doesNotContain("hush");
                assertThat(repository.toString()).doesNotContain("hush");
            }
        }
    }
}
