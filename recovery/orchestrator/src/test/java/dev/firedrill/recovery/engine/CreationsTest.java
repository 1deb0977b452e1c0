package dev.firedrill.recovery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firedrill.recovery.fake.EngineFixture;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreationsTest {
    private final EngineFixture fixture = new EngineFixture();

    @Test
    void init_makes_the_three_files_of_a_package() {
        CachedRevision draft = fixture.draft("blue", "networking/upf", "v1");
        assertThat(draft.content().files()).containsOnlyKeys("Kptfile", "README.md", "package-context.yaml");
        assertThat(draft.content().files().get("Kptfile"))
                .contains("apiVersion: kpt.dev/v1")
                .contains("name: upf");
        assertThat(draft.lifecycle()).isEqualTo(Lifecycle.DRAFT);
        assertThat(draft.revision()).isZero();
        assertThat(draft.lock().ref()).isEqualTo("drafts/networking/upf/v1");
        assertThat(draft.lock().commit()).isEqualTo(GitLock.NOT_PUSHED);
        assertThat(draft.originTask()).contains("{\"type\":\"init\",\"init\":{\"description\":\"a test\"}}");
    }

    @Test
    void a_clone_locks_its_upstream() {
        CachedRevision upstream = fixture.published("blue", "upf", "v1");
        CachedRevision clone = fixture.engine.create(
                Requests.wish("edge", "site/upf2", "v1", new Task.Clone("blue.upf.v1")), User.nobody());
        Kptfile kptfile = Kptfile.of(clone.content()).orElseThrow();
        assertThat(kptfile.upstreamLock()).contains(upstream.lock());
        assertThat(clone.content().files().get("Kptfile")).contains("name: upf2");
        assertThat(clone.content().files().get("package-context.yaml")).contains("name: upf2");
        assertThat(clone.originTask())
                .contains(
                        "{\"type\":\"clone\",\"clone\":{\"upstreamRef\":{\"upstreamRef\":{\"name\":\"blue.upf.v1\"}}}}");
    }

    @Test
    void a_clone_into_a_package_with_a_revision_is_refused_also_below_the_root() {
        fixture.published("blue", "upf", "v1");
        fixture.draft("edge", "a/foo", "v1");
        refused(Refused.Kind.CONFLICT, Requests.wish("edge", "a/foo", "v2", new Task.Clone("blue.upf.v1")));
    }

    @Test
    void the_head_of_a_branch_is_no_source() {
        fixture.published("blue", "upf", "v1");
        refused(Refused.Kind.INVALID, Requests.wish("edge", "foo", "v1", new Task.Clone("blue.upf.main")));
    }

    @Test
    void an_edit_copies_a_published_revision_of_the_same_package() {
        CachedRevision published = fixture.published("blue", "upf", "v1");
        CachedRevision edit =
                fixture.engine.create(Requests.wish("blue", "upf", "v2", new Task.Edit("blue.upf.v1")), User.nobody());
        assertThat(edit.content()).isEqualTo(published.content());
        fixture.draft("blue", "amf", "v1");
        refused(Refused.Kind.INVALID, Requests.wish("blue", "upf", "v3", new Task.Edit("blue.amf.v1")));
        refused(Refused.Kind.INVALID, Requests.wish("blue", "upf", "v3", new Task.Edit("blue.upf.v2")));
        refused(Refused.Kind.INVALID, Requests.wish("blue", "upf", "v3", new Task.Edit("blue.upf.none")));
    }

    @Test
    void an_upgrade_follows_upstream_where_downstream_changed_nothing() {
        upstream("v1", Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 1\n", "gone.yaml", "x: 1\n"));
        CachedRevision downstream =
                fixture.engine.create(Requests.wish("edge", "down", "v1", new Task.Clone("blue.up.v1")), User.nobody());
        fixture.engine.updateContent(
                "edge.down.v1",
                Optional.empty(),
                with(downstream, Map.of("b.yaml", "b: mine\n", "own.yaml", "o: 1\n")),
                User.nobody());
        publish("edge.down.v1");
        upstream("v2", Map.of("a.yaml", "a: 2\n", "b.yaml", "b: 2\n", "new.yaml", "n: 1\n"));
        CachedRevision upgraded = fixture.engine.create(
                Requests.wish("edge", "down", "v2", new Task.Upgrade("blue.up.v1", "blue.up.v2", "edge.down.v1")),
                User.nobody());
        assertThat(upgraded.content().files())
                .containsEntry("a.yaml", "a: 2\n")
                .containsEntry("b.yaml", "b: mine\n")
                .containsEntry("own.yaml", "o: 1\n")
                .containsEntry("new.yaml", "n: 1\n")
                .doesNotContainKey("gone.yaml");
        Kptfile kptfile = Kptfile.of(upgraded.content()).orElseThrow();
        assertThat(kptfile.upstreamLock().orElseThrow().ref()).isEqualTo("up/v2");
        assertThat(upgraded.content().files().get("Kptfile")).contains("name: down");
    }

    @Test
    void a_workspace_is_unique_in_its_package() {
        fixture.draft("blue", "upf", "v1");
        refused(Refused.Kind.ALREADY_EXISTS, Requests.init("blue", "upf", "v1"));
        fixture.draft("blue", "upf", "v2");
    }

    @Test
    void packages_do_not_nest() {
        fixture.draft("blue", "a/b", "v1");
        refused(Refused.Kind.INVALID, Requests.init("blue", "a", "v1"));
        refused(Refused.Kind.INVALID, Requests.init("blue", "a/b/c", "v1"));
        fixture.draft("blue", "a/bc", "v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/../b",
                "/a",
                "a/",
                "a//b",
                "a\\b",
                "a.b",
                "A",
                "a'b",
                "a\"b",
                "a b",
                "ä",
                "包",
                "a;drop table repositories",
                "'; DROP TABLE packages; --",
                "a\nb",
                "a\u0000b",
                "-a",
                "a-",
                ".git",
                "a%2fb",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void names_that_are_not_plain_never_reach_a_store(String text) {
        refused(Refused.Kind.INVALID, Requests.init("blue", text, "v1"));
        refused(Refused.Kind.INVALID, Requests.init("blue", "upf", text));
        refused(Refused.Kind.INVALID, Requests.init(text, "upf", "v1"));
        assertThat(fixture.cache.writes).isZero();
    }

    @Test
    void a_label_of_63_characters_is_allowed_and_a_name_that_is_too_long_in_all_is_not() {
        String longest = "a".repeat(63);
        fixture.draft("blue", longest, longest);
        refused(Refused.Kind.INVALID, Requests.init("blue", String.join("/", longest, longest, longest), longest));
    }

    @Test
    void a_repository_that_is_not_aligned_is_read_only() {
        fixture.draft("blue", "upf", "v1");
        fixture.states.put("blue", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        refused(Refused.Kind.UNAVAILABLE, Requests.init("blue", "upf", "v2"));
        assertThat(fixture.engine.list()).hasSize(1);
        fixture.states.remove("blue");
        refused(Refused.Kind.CONFLICT, Requests.init("blue", "upf", "v2"));
        assertThat(fixture.engine.list()).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> fixture.engine.get("blue.upf.v1"))
                .withMessageContaining("quarantined");
    }

    private void refused(Refused.Kind kind, NewRevision wish) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> fixture.engine.create(wish, User.nobody()))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private void upstream(String workspace, Map<String, String> files) {
        CachedRevision draft = fixture.draft("blue", "up", workspace);
        fixture.engine.updateContent("blue.up." + workspace, Optional.empty(), with(draft, files), User.nobody());
        publish("blue.up." + workspace);
    }

    private void publish(String name) {
        fixture.engine.update(name, Requests.change(fixture.engine.get(name), Lifecycle.PROPOSED), User.nobody());
        fixture.approve(fixture.engine.get(name), Lifecycle.PUBLISHED);
    }

    private static Map<String, String> with(CachedRevision row, Map<String, String> more) {
        Map<String, String> files = new java.util.TreeMap<>(row.content().files());
        files.putAll(more);
        return files;
    }

    @Test
    void readiness_gates_stand_in_the_kptfile() {
        NewRevision wish = new NewRevision(
                "blue",
                "upf",
                "v1",
                new Task.Init("x", "https://example.org", List.of("a", "b")),
                Map.of("team", "core"),
                Map.of(),
                List.of(),
                List.of(),
                List.of("example.org.Ready"),
                Map.of());
        CachedRevision draft = fixture.engine.create(wish, User.nobody());
        assertThat(Kptfile.of(draft.content()).orElseThrow().readinessGates()).containsExactly("example.org.Ready");
        assertThat(draft.spec()).contains("example.org.Ready");
        assertThat(draft.metadata().labels()).containsEntry("team", "core");
    }
}
