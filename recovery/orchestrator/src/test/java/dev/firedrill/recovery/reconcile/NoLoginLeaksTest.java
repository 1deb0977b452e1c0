package dev.firedrill.recovery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.git.HostileObjects;
import dev.firedrill.recovery.git.Hostility;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.lib.ObjectId;
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
    void urls_are_reduced_to_scheme_host_and_path(String text, String expected) {
        assertThat(Secrets.removed(text)).isEqualTo(expected);
    }

    @Test
    void rows_locks_and_columns_name_the_place_alone() throws IOException {
        try (Testbed lab = new Testbed(directory, 0)) {
            try (BareRepository bare = new BareRepository(directory.resolve("r1.git?private_token=hush"))) {
                HostileObjects.fill(bare, List.of(), new Random(1));
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
    void only_the_urls_of_repositories_are_reduced_in_a_task() {
        String site = "\"site\":\"https://example.org/?a=b&c\"";
        assertThat(Secrets.removedFromRepos(
                        "{" + site + ",\"git\":{\"repo\" : \"https://u:p@h/x?t=1\",\"ref\":\"r\"}}"))
                .isEqualTo("{" + site + ",\"git\":{\"repo\" : \"https://h/x\",\"ref\":\"r\"}}");
    }

    private static final String CLONED_FROM_GIT =
            "{\"type\":\"clone\",\"clone\":{\"upstreamRef\":{\"type\":\"git\",\"git\":{\"repo\":\"https://u:hush@h/x.git\"}}}}";

    /** A draft as an earlier writer left it, whose package was copied from a place that needs a login. */
    private static CachedRevision leaking(Testbed lab) {
        return new CachedRevision(
                new RevisionName(new PackageName("ns", "r1", "p"), "w"),
                0,
                Lifecycle.DRAFT,
                false,
                Metadata.none(Instant.EPOCH),
                PackageContent.of(Map.of("Kptfile", Hostility.KPTFILE)),
                Optional.of(CLONED_FROM_GIT),
                "",
                new GitLock("https://u:hush@h/r1.git?t=hush", "p", "drafts/p/w", GitLock.NOT_PUSHED),
                Instant.EPOCH,
                "");
    }

    @Test
    void what_earlier_writers_left_in_a_row_is_taken_out_once() throws IOException {
        try (Testbed lab = new Testbed(directory, 0)) {
            HostileObjects.fill(lab.repository("r1"), List.of(), new Random(1));
            lab.pass();
            lab.cache.insert(leaking(lab));
            assertThat(columns(lab)).contains("hush");

            PassResult result = lab.pass();

            assertThat(result.plan().actions())
                    .singleElement()
                    .satisfies(action -> assertThat(action.text()).doesNotContain("hush"));
            assertThat(columns(lab)).doesNotContain("hush").contains("https://h/r1.git", "https://h/x.git");
            assertThat(lab.cache.find("ns", "r1.p.w").orElseThrow().lifecycle()).isEqualTo(Lifecycle.DRAFT);
            assertThat(lab.pass().applied()).isZero();
        }
    }

    @Test
    void tasks_and_columns_of_what_comes_from_git_bear_none() throws IOException {
        try (Testbed lab = new Testbed(directory, 0)) {
            BareRepository git = lab.repository("r1");
            String lock = "upstreamLock: {type: git, git: {repo: 'https://u:hush@h/x.git', ref: v1}}\n";
            ObjectId commit = git.commit(
                    "main",
                    "m\n\nkpt:{\"package\":\"p\",\"workspaceName\":\"w\",\"task\":" + CLONED_FROM_GIT + "}\n",
                    Map.of("p/Kptfile", Hostility.KPTFILE + lock));
            git.tag("p/v1", commit);

            lab.pass();

            assertThat(columns(lab)).doesNotContain("hush").contains("https://h/x.git");
            assertThat(lab.cache.find("ns", "r1.p.w").orElseThrow().content().files())
                    .as("what git has byte for byte")
                    .containsEntry("Kptfile", Hostility.KPTFILE + lock);
        }
    }

    /** Everything in the table of package revisions, in whatever column. */
    private static String columns(Testbed lab) {
        return lab.database.value("SELECT string_agg(r::text, ' ') FROM package_revisions r");
    }

    @Test
    void a_server_that_cannot_be_reached_is_named_without_the_login() {
        try (Testbed lab = new Testbed(directory, 0)) {
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
