package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

class JGitRepositoriesTest extends GitFixture {
    @Test
    void reads_tags_placeholders_workspaces_and_tasks() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of("net/upf/Kptfile", KPTFILE, "README.md", "r"));
        bare.commit(
                "main",
                "content\n\nkpt:{\"package\":\"net/upf\",\"workspaceName\":\"first\",\"revision\":\"0\","
                        + "\"task\":{\"type\":\"init\"}}\n",
                files);
        ObjectId approval = bare.commit(
                "main", "ok\n\nkpt:{\"package\":\"net/upf\",\"workspaceName\":\"first\",\"revision\":\"1\"}\n", files);
        bare.tag("net/upf/v1", approval);
        files.put("net/upf/cm.yaml", "a: 1\n");
        ObjectId plain = bare.commit("main", "by hand", files);
        bare.tag("net/upf/v2", plain);
        bare.tag("net/upf/edge", plain);
        bare.tag("v9", plain);
        bare.tag("net/none/v1", plain);
        bare.set("refs/heads/drafts/net/upf/x", plain);

        List<GitRevision> revisions = revisions(repository());

        assertThat(revisions)
                .extracting(each -> each.name().objectName() + "@" + each.revision())
                .containsExactlyInAnyOrder(
                        "r1.net.upf.first@1", "r1.net.upf.v2@2", "r1.net.upf.edge@-1", "r1.net.upf.main@-1");
        GitRevision first = named(revisions, "r1.net.upf.first");
        assertThat(first.originTask()).contains("{\"type\":\"init\"}");
        assertThat(first.lock()).isEqualTo(new GitLock(bare.url(), "net/upf", "net/upf/v1", approval.name()));
        assertThat(first.publishedBy()).isEqualTo("ann@example.org");
        assertThat(named(revisions, "r1.net.upf.v2").content().files()).containsKeys("Kptfile", "cm.yaml");
    }

    private static GitRevision named(List<GitRevision> revisions, String name) {
        return revisions.stream()
                .filter(each -> each.name().objectName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looks_below_the_directory_only() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("a/x/Kptfile", KPTFILE, "b/y/Kptfile", KPTFILE));
        bare.tag("a/x/v1", commit);
        bare.tag("b/y/v1", commit);

        assertThat(revisions(repository(bare.url(), false, Optional.empty(), "b")))
                .extracting(
                        each -> each.name().objectName(), each -> each.lock().directory())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("r1.y.v1", "y"),
                        org.assertj.core.groups.Tuple.tuple("r1.y.main", "y"));
    }

    @Test
    void leaves_out_files_that_are_not_text() throws IOException {
        bare.commitBytes(
                "main",
                "m",
                Map.of(
                        "p/Kptfile",
                        KPTFILE.getBytes(StandardCharsets.UTF_8),
                        "p/nul.bin",
                        new byte[] {'a', 0, 'b'},
                        "p/latin.txt",
                        new byte[] {(byte) 0xe9},
                        "p/ünï.txt",
                        "é".getBytes(StandardCharsets.UTF_8)));

        assertThat(revisions(repository()).get(0).content().files()).containsOnlyKeys("Kptfile", "ünï.txt");
    }

    @Test
    void sees_rewinds_and_lists_an_unchanged_repository_once() throws IOException {
        ObjectId first = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", first);
        ObjectId second = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE + "#\n"));
        bare.tag("p/v2", second);
        GitView.Readable now = (GitView.Readable) git.look(repository());
        assertThat(((GitView.Readable) git.look(repository())).revisions().get(0))
                .isSameAs(now.revisions().get(0));

        bare.set("refs/heads/main", first);
        bare.delete("refs/tags/p/v2");

        GitView.Readable then = (GitView.Readable) git.look(repository());
        assertThat(then.version()).isNotEqualTo(now.version());
        assertThat(then.head()).isEqualTo(first.name());
        assertThat(then.revisions()).extracting(GitRevision::revision).containsExactlyInAnyOrder(1, -1);
    }

    @Test
    void reads_the_same_whatever_it_remembers() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (int n = 1; n < 8; n++) {
            files.put("p" + n % 3 + "/Kptfile", KPTFILE + n);
            ObjectId commit = bare.commit("main", "m" + n, files);
            bare.tag("p" + n % 3 + "/v" + n, commit);
            if (n == 5) {
                files.keySet().removeIf(file -> file.startsWith("p2/"));
                bare.commit("main", "gone", files);
            }
            try (JGitRepositories forgetful = fresh(secret -> Optional.empty())) {
                assertThat(forgetful.look(repository())).isEqualTo(git.look(repository()));
            }
        }
    }
}
