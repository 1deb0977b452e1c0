package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever refs a server comes to have, a look sees those and no others. */
class RefsTest extends GitFixture {
    /** Writes all refs of the server, names that no file system could hold included. */
    private void serve(Map<String, ObjectId> refs) throws IOException {
        try (Stream<Path> loose =
                Files.walk(bare.repository().getDirectory().toPath().resolve("refs"))) {
            for (Path ref : loose.filter(Files::isRegularFile).toList()) {
                Files.delete(ref);
            }
        }
        StringBuilder packed = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
        new TreeMap<>(refs)
                .forEach((name, id) ->
                        packed.append(id.name()).append(' ').append(name).append('\n'));
        Files.writeString(
                bare.repository().getDirectory().toPath().resolve("packed-refs"), packed, StandardCharsets.UTF_8);
    }

    private List<String> tags() {
        return revisions(repository()).stream()
                .filter(each -> each.lock().ref().contains("/"))
                .map(each -> each.lock().ref() + "@" + each.lock().commit())
                .sorted()
                .toList();
    }

    static Stream<List<List<String>>> turns() {
        String longName = "x".repeat(250);
        return Stream.of(
                List.of(List.of("refs/heads/feature/foo"), List.of("refs/heads/feature")),
                List.of(
                        List.of("refs/heads/feature"),
                        List.of("refs/heads/feature/foo"),
                        List.of("refs/heads/feature")),
                List.of(List.of("refs/tags/p"), List.of("refs/tags/p/q/v1")),
                List.of(List.of("refs/tags/p/q"), List.of("refs/tags/p/q/v1"), List.of("refs/tags/p/q")),
                List.of(List.of("refs/tags/p/q/v1", "refs/heads/a/b"), List.of("refs/tags/p/q", "refs/heads/a")),
                List.of(List.of("refs/tags/p/V1"), List.of("refs/tags/p/v1", "refs/tags/p/V1")),
                List.of(List.of("refs/tags/p/v1.lock"), List.of("refs/tags/p/v1")),
                List.of(List.of("refs/heads/" + longName + longName), List.of("refs/tags/p/" + longName + longName)),
                List.of(List.of("refs/heads/a..b", "refs/heads/-c"), List.of("refs/heads/é", "refs/heads/e\u0301")));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void sees_what_the_server_has_after_every_turn(List<List<String>> turns) throws IOException {
        int n = 0;
        for (List<String> names : turns) {
            ObjectId commit =
                    bare.commit("main", "m" + n, Map.of("p/Kptfile", KPTFILE, "p/q/x", "x", "n", String.valueOf(n)));
            Map<String, ObjectId> refs = new TreeMap<>(Map.of("refs/heads/main", commit, "refs/tags/p/v" + 9, commit));
            names.forEach(name -> refs.put(name, commit));
            serve(refs);
            n++;

            GitView.Readable view = (GitView.Readable) git.look(repository());

            assertThat(view.head()).isEqualTo(commit.name());
            assertThat(tags()).contains("p/v9@" + commit.name());
            try (JGitRepositories stranger = fresh(secret -> Optional.empty())) {
                assertThat(stranger.look(repository())).isEqualTo(view);
            }
        }
    }

    @Test
    void a_tag_that_was_deleted_and_made_again_is_seen_anew() throws IOException {
        ObjectId first = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", first);
        assertThat(tags()).containsExactly("p/v1@" + first.name());
        bare.delete("refs/tags/p/v1");
        assertThat(tags()).isEmpty();
        ObjectId second = bare.commit("main", "n", Map.of("p/Kptfile", KPTFILE + "#\n"));
        bare.tag("p/v1", second);
        assertThat(tags()).containsExactly("p/v1@" + second.name());
    }

    @Test
    void what_the_server_cannot_send_is_named_and_the_rest_is_seen() throws IOException {
        ObjectId good = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", good);
        ObjectId bad = bare.commit("side", "m", Map.of("p/Kptfile", KPTFILE + "# lost\n"));
        bare.delete("refs/heads/side");
        bare.tag("p/v2", bad);
        Path blob = bare.looseObject(bare.blob(bad, "p/Kptfile"));
        byte[] lost = Files.readAllBytes(blob);
        Files.delete(blob);

        GitView.Readable view = (GitView.Readable) git.look(repository());

        assertThat(view.revisions()).extracting(GitRevision::revision).containsExactlyInAnyOrder(1, -1);
        assertThat(view.leftOut()).singleElement().satisfies(each -> {
            assertThat(each.ref()).isEqualTo("p/v2");
            assertThat(each.unread()).isTrue();
        });
        assertThat(git.look(repository())).isEqualTo(view);

        Files.write(blob, lost);
        assertThat(revisions(repository())).extracting(GitRevision::revision).contains(2);
    }

    @Test
    void a_branch_that_the_server_cannot_send_is_said() throws IOException {
        bare.tag("p/v1", bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE)));
        ObjectId head = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE + "# lost\n"));
        Files.delete(bare.looseObject(bare.blob(head, "p/Kptfile")));

        assertThat(git.look(repository()))
                .isInstanceOfSatisfying(
                        GitView.Unreadable.class,
                        view -> assertThat(view.message()).contains("'main'", bare.url()));
    }
}
