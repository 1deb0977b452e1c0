package dev.firedrill.recovery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firedrill.recovery.fake.EngineFixture;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    private final List<String> steps = new ArrayList<>();
    private final EngineFixture fixture = new EngineFixture((what, subject) -> steps.add(what.text()));

    @Test
    void an_approval_gives_the_next_number_and_writes_git_before_the_row() {
        CachedRevision first = fixture.published("blue", "upf", "v1");
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.latest()).isTrue();
        assertThat(first.lock().ref()).isEqualTo("upf/v1");
        assertThat(fixture.published("blue", "upf", "second").revision()).isEqualTo(2);
        assertThat(steps).containsSubsequence("approval.pushed", "approval.written");
        assertThat(fixture.git.authors).contains("alice <alice@kpt.dev>");
        assertThat(fixture.engine.get("blue.upf.main").revision()).isEqualTo(CachedRevision.PLACEHOLDER);
    }

    @Test
    void what_git_holds_already_is_joined_and_never_pushed_again() {
        CachedRevision proposed = fixture.proposed("blue", "upf", "v1");
        fixture.git.publish(Samples.repository("blue"), proposed, 7, "x <x@y>");
        fixture.git.pushes.clear();
        CachedRevision published = fixture.approve(proposed, Lifecycle.PUBLISHED);
        assertThat(published.revision()).isEqualTo(7);
        assertThat(fixture.git.pushes).isEmpty();
    }

    @Test
    void a_stale_cache_is_not_trusted_over_git_and_asks_for_an_alignment() {
        CachedRevision old = fixture.published("blue", "upf", "v1");
        fixture.cache.rows.remove(old.name().toString());
        CachedRevision proposed = fixture.proposed("blue", "upf", "v2");
        refused(Refused.Kind.CONFLICT, () -> fixture.approve(proposed, Lifecycle.PUBLISHED));
        assertThat(fixture.git.pushes).containsExactly("upf/v1");
        assertThat(fixture.doubts).hasValue(1);
    }

    @Test
    void an_approval_without_git_changes_nothing() {
        CachedRevision proposed = fixture.proposed("blue", "upf", "v1");
        fixture.git.failure = "git.example.org does not answer; is it running?";
        refused(Refused.Kind.UNFINISHED, () -> fixture.approve(proposed, Lifecycle.PUBLISHED));
        assertThat(fixture.engine.get("blue.upf.v1").lifecycle()).isEqualTo(Lifecycle.PROPOSED);
    }

    @Test
    void an_approval_that_reached_git_and_not_the_cache_is_not_called_refused() {
        CachedRevision proposed = fixture.proposed("blue", "upf", "v1");
        fixture.git.afterPush = () -> fixture.cache.failure = "package cache does not answer";
        refused(Refused.Kind.UNFINISHED, () -> fixture.approve(proposed, Lifecycle.PUBLISHED));
        assertThat(fixture.git.pushes).containsExactly("upf/v1");
        assertThat(fixture.doubts).hasValue(1);
    }

    @Test
    void a_deletion_that_reached_git_and_not_the_cache_is_not_called_refused() {
        update(fixture.published("blue", "upf", "v1"), Lifecycle.DELETION_PROPOSED);
        fixture.git.afterPush = () -> fixture.cache.failure = "package cache does not answer";
        refused(Refused.Kind.UNFINISHED, () -> delete("blue.upf.v1"));
        assertThat(fixture.doubts).hasValue(1);
    }

    @Test
    void only_proposed_revisions_are_approved_and_only_by_the_subresource() {
        CachedRevision draft = fixture.draft("blue", "upf", "v1");
        refused(Refused.Kind.INVALID, () -> fixture.approve(draft, Lifecycle.PUBLISHED));
        CachedRevision proposed = update(draft, Lifecycle.PROPOSED);
        refused(Refused.Kind.INVALID, () -> update(proposed, Lifecycle.PUBLISHED));
        CachedRevision rejected = fixture.approve(proposed, Lifecycle.DRAFT);
        assertThat(rejected.lifecycle()).isEqualTo(Lifecycle.DRAFT);
        refused(Refused.Kind.INVALID, () -> update(rejected, Lifecycle.DELETION_PROPOSED));
    }

    @Test
    void deletion_is_proposed_and_withdrawn_by_update_and_by_approval() {
        CachedRevision published = fixture.published("blue", "upf", "v1");
        CachedRevision flagged = update(published, Lifecycle.DELETION_PROPOSED);
        assertThat(flagged.lifecycle()).isEqualTo(Lifecycle.DELETION_PROPOSED);
        assertThat(flagged.revision()).isEqualTo(1);
        CachedRevision back = fixture.approve(flagged, Lifecycle.PUBLISHED);
        assertThat(back.lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(fixture.approve(back, Lifecycle.DELETION_PROPOSED).lifecycle())
                .isEqualTo(Lifecycle.DELETION_PROPOSED);
        refused(Refused.Kind.INVALID, () -> fixture.approve(fixture.engine.get("blue.upf.v1"), Lifecycle.DRAFT));
    }

    @Test
    void published_revisions_are_not_deleted_and_others_are() {
        CachedRevision published = fixture.published("blue", "upf", "v1");
        refused(Refused.Kind.FORBIDDEN, () -> delete("blue.upf.v1"));
        update(published, Lifecycle.DELETION_PROPOSED);
        assertThat(delete("blue.upf.v1")).isEmpty();
        assertThat(fixture.git.tags).isEmpty();
        assertThat(fixture.engine.list())
                .extracting(row -> row.name().objectName())
                .containsExactly("blue.upf.main");
        update(fixture.engine.get("blue.upf.main"), Lifecycle.DELETION_PROPOSED);
        delete("blue.upf.main");
        assertThat(fixture.git.heads).isEmpty();
        fixture.draft("blue", "amf", "v1");
        delete("blue.amf.v1");
        assertThat(fixture.engine.list()).isEmpty();
        refused(Refused.Kind.NOT_FOUND, () -> delete("blue.amf.v1"));
    }

    @Test
    void an_upstream_is_not_deleted_before_what_was_made_of_it() {
        CachedRevision upstream = fixture.published("blue", "upf", "v1");
        fixture.engine.create(Requests.wish("edge", "down", "v1", new Task.Clone("blue.upf.v1")), User.nobody());
        update(upstream, Lifecycle.DELETION_PROPOSED);
        refused(Refused.Kind.CONFLICT, () -> delete("blue.upf.v1"));
        delete("edge.down.v1");
        delete("blue.upf.v1");
    }

    @Test
    void finalizers_hold_a_deleted_revision_until_they_are_cleared() {
        CachedRevision draft = fixture.draft("blue", "upf", "v1");
        CachedRevision held = fixture.engine.update(
                "blue.upf.v1",
                Requests.change(draft, Map.of(), List.of("example.org/hold"), Lifecycle.DRAFT),
                User.nobody());
        assertThat(delete("blue.upf.v1")).isPresent();
        CachedRevision waiting = fixture.engine.get("blue.upf.v1");
        assertThat(waiting.metadata().deletedAt()).isPresent();
        refused(
                Refused.Kind.INVALID,
                () -> fixture.engine.update(
                        "blue.upf.v1",
                        Requests.change(
                                held, Map.of(), List.of("example.org/hold", "example.org/more"), Lifecycle.DRAFT),
                        User.nobody()));
        fixture.engine.update(
                "blue.upf.v1", Requests.change(waiting, Map.of(), List.of(), Lifecycle.DRAFT), User.nobody());
        assertThat(fixture.engine.list()).isEmpty();
    }

    @Test
    void a_change_made_from_an_old_version_conflicts() {
        CachedRevision draft = fixture.draft("blue", "upf", "v1");
        String version = Versions.of(draft);
        assertThat(version).startsWith("blue.upf.v1.").matches(".*\\.\\d{16}");
        fixture.engine.updateContent(
                "blue.upf.v1", Optional.of(version), Map.of("Kptfile", "kind: Kptfile\n"), User.nobody());
        refused(
                Refused.Kind.CONFLICT,
                () -> fixture.engine.updateContent(
                        "blue.upf.v1", Optional.of(version), Map.of("Kptfile", "kind: X\n"), User.nobody()));
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        CachedRevision draft = fixture.draft("blue", "upf", "v1");
        int writes = fixture.cache.writes;
        assertThat(Versions.of(update(draft, Lifecycle.DRAFT))).isEqualTo(Versions.of(draft));
        assertThat(fixture.cache.writes).isEqualTo(writes);
    }

    @Test
    void labels_follow_the_rules_of_kubernetes_and_the_computed_one_is_not_kept() {
        CachedRevision published = fixture.published("blue", "upf", "v1");
        CachedRevision relabelled = relabel(published, Map.of("kpt.dev/latest-revision", "true", "team", "core"));
        assertThat(relabelled.metadata().labels()).isEqualTo(Map.of("team", "core"));
        refused(Refused.Kind.INVALID, () -> relabel(relabelled, Map.of("kpt.dev/latest-revision", "false")));
        refused(Refused.Kind.INVALID, () -> relabel(relabelled, Map.of("a b", "x")));
        refused(Refused.Kind.INVALID, () -> relabel(relabelled, Map.of("a", "x y")));
        refused(Refused.Kind.INVALID, () -> relabel(relabelled, Map.of("a", "x".repeat(64))));
        refused(Refused.Kind.INVALID, () -> relabel(relabelled, Map.of("UPPER.example/a", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "/etc/passwd", "a/../../b", "a//b", "", "a/", ".git/config", "a\\b", "a\u0000", "x/.."})
    void content_stays_in_its_package(String path) {
        fixture.draft("blue", "upf", "v1");
        Map<String, String> files = new TreeMap<>(Map.of("Kptfile", "kind: Kptfile\n"));
        files.put(path, "x");
        refused(
                Refused.Kind.INVALID,
                () -> fixture.engine.updateContent("blue.upf.v1", Optional.empty(), files, User.nobody()));
    }

    @Test
    void content_is_text_with_a_kptfile_and_only_of_drafts() {
        CachedRevision draft = fixture.draft("blue", "upf", "v1");
        refusedContent(Map.of("a", "x"));
        refusedContent(Map.of("Kptfile", "[1, 2"));
        refusedContent(Map.of("Kptfile", "metadata: 5\n"));
        refusedContent(Map.of("Kptfile", "kind: Kptfile\n", "a", "x\0y"));
        refusedContent(Map.of("Kptfile", "kind: Kptfile\n", "a", "x\ud800y"));
        refusedContent(Map.of("Kptfile", "kind: Kptfile\n", "a", "x", "a/b", "y"));
        update(draft, Lifecycle.PROPOSED);
        refused(
                Refused.Kind.CONFLICT,
                () -> fixture.engine.updateContent(
                        "blue.upf.v1", Optional.empty(), Map.of("Kptfile", "kind: Kptfile\n"), User.nobody()));
    }

    @Test
    void of_many_approvals_at_once_each_gets_its_own_number() throws InterruptedException, ExecutionException {
        List<CachedRevision> proposals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            proposals.add(fixture.proposed("blue", "upf", "v" + i));
        }
        List<Integer> numbers = inParallel(proposals.stream()
                .<Callable<Integer>>map(
                        row -> () -> fixture.approve(row, Lifecycle.PUBLISHED).revision())
                .toList());
        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(fixture.git.pushes).hasSize(8);
    }

    @Test
    void of_two_approvals_of_one_revision_one_pushes() throws InterruptedException, ExecutionException {
        CachedRevision proposed = fixture.proposed("blue", "upf", "v1");
        Callable<Integer> approval =
                () -> fixture.approve(proposed, Lifecycle.PUBLISHED).revision();
        assertThat(inParallel(List.of(approval, approval))).containsExactly(1, 1);
        assertThat(fixture.git.pushes).containsExactly("upf/v1");
    }

    @Test
    void an_author_cannot_write_lines_into_a_commit() {
        assertThat(new User("eve\nparent deadbeef <x@y>").author(Samples.repository("blue")))
                .isEqualTo("eveparent deadbeef x@y <eveparent-deadbeef-x-y@kpt.dev>");
        assertThat(new User("eve@example.org").author(Samples.repository("blue")))
                .isEqualTo("eve@example.org <eve@example.org>");
        assertThat(User.nobody().author(Samples.repository("blue")))
                .isEqualTo("Package Orchestration Service <porch@kpt.dev>");
    }

    @Test
    void every_draft_says_that_it_is_not_in_git() {
        assertThat(fixture.draft("edge", "a/b", "v1").lock())
                .isEqualTo(new GitLock("http://git.example.org/edge.git", "a/b", "drafts/a/b/v1", GitLock.NOT_PUSHED));
    }

    private <T> List<T> inParallel(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private CachedRevision update(CachedRevision row, Lifecycle to) {
        return fixture.engine.update(row.name().objectName(), Requests.change(row, to), User.nobody());
    }

    private CachedRevision relabel(CachedRevision row, Map<String, String> labels) {
        return fixture.engine.update(
                row.name().objectName(), Requests.change(row, labels, List.of(), row.lifecycle()), User.nobody());
    }

    private Optional<CachedRevision> delete(String name) {
        return fixture.engine.delete(name, Preconditions.none(), User.nobody());
    }

    private void refusedContent(Map<String, String> files) {
        refused(
                Refused.Kind.INVALID,
                () -> fixture.engine.updateContent("blue.upf.v1", Optional.empty(), files, User.nobody()));
    }

    private static void refused(Refused.Kind kind, Callable<?> work) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(work::call)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
