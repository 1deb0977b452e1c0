package dev.firedrill.recovery.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.model.CachedRevision;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServerTest {
    private static final String INIT = """
            {"apiVersion":"porch.kpt.dev/v1alpha1","kind":"PackageRevision",
             "metadata":{"namespace":"demo","labels":{"team":"core"}},
             "spec":{"packageName":"networking/upf","repository":"blue","workspaceName":"v1",
                     "lifecycle":"Draft","tasks":[{"type":"init","init":{"description":"d"}}]}}""";

    private Served served;

    @BeforeEach
    void serve() throws IOException {
        served = new Served(Optional.empty());
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void discovery_names_the_resources() throws IOException, InterruptedException {
        assertThat(served.get("/apis").json().path("groups").get(0).path("name").asText())
                .isEqualTo("porch.kpt.dev");
        assertThat(served.get("/apis/porch.kpt.dev").json().path("kind").asText())
                .isEqualTo("APIGroup");
        assertThat(served.get("/apis/porch.kpt.dev/v1alpha1")
                        .json()
                        .path("resources")
                        .findValuesAsText("name"))
                .containsExactly("packagerevisions", "packagerevisions/approval", "packagerevisionresources");
        assertThat(served.get("/nothing").code()).isEqualTo(404);
    }

    @Test
    void a_long_answer_is_sent_while_it_is_written_and_a_short_one_with_its_length() throws Exception {
        served.send("POST", Served.REVISIONS, INIT);
        String path = Served.RESOURCES + "/blue.networking.upf.v1";
        ObjectNode resources = (ObjectNode) served.get(path).json();
        String text = "ü".repeat(3 * Body.SHORT);
        resources.withObject("/spec/resources").put("long.txt", text);
        assertThat(served.send("PUT", path, resources.toString()).code()).isEqualTo(200);

        HttpResponse<String> answer = served.raw(path);

        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.body()).contains(text).endsWith("}");
        assertThat(served.raw(Served.REVISIONS).headers().firstValue("Content-Length"))
                .isPresent();
    }

    @Test
    void a_revision_goes_from_creation_to_deletion() throws IOException, InterruptedException {
        Served.Reply created = served.send("POST", Served.REVISIONS, INIT);
        assertThat(created.code()).isEqualTo(201);
        assertThat(created.json().path("metadata").path("name").asText()).isEqualTo("blue.networking.upf.v1");
        String path = Served.REVISIONS + "/blue.networking.upf.v1";
        Served.Reply proposed = served.send(
                "PATCH",
                path,
                "{\"spec\":{\"lifecycle\":\"Proposed\"}}",
                "Content-Type",
                "application/merge-patch+json");
        assertThat(proposed.code()).isEqualTo(200);
        ObjectNode approval = (ObjectNode) proposed.json();
        approval.withObject("/spec").put("lifecycle", "Published");
        Served.Reply approved =
                served.send("PUT", path + "/approval", approval.toString(), "Impersonate-User", "bob@example.org");
        assertThat(approved.code()).isEqualTo(200);
        assertThat(approved.json().path("spec").path("revision").asInt()).isEqualTo(1);
        assertThat(approved.json()
                        .path("metadata")
                        .path("labels")
                        .path("kpt.dev/latest-revision")
                        .asText())
                .isEqualTo("true");
        assertThat(approved.json()
                        .path("status")
                        .path("selfLock")
                        .path("git")
                        .path("ref")
                        .asText())
                .isEqualTo("networking/upf/v1");
        assertThat(approved.json().path("status").path("publishedBy").asText()).isEqualTo("bob@example.org");
        assertThat(served.fixture.git.authors).containsExactly("bob@example.org <bob@example.org>");
        assertThat(served.send("DELETE", path, "").code()).isEqualTo(403);
        served.send("PATCH", path, "{\"spec\":{\"lifecycle\":\"DeletionProposed\"}}");
        assertThat(served.send("DELETE", path, "").json().path("status").asText())
                .isEqualTo("Success");
        assertThat(served.get(path).code()).isEqualTo(404);
    }

    @Test
    void an_update_from_an_old_read_conflicts() throws IOException, InterruptedException {
        Served.Reply created = served.send("POST", Served.REVISIONS, INIT);
        String path = Served.REVISIONS + "/blue.networking.upf.v1";
        ObjectNode first = created.json().deepCopy();
        first.withObject("/metadata").putObject("labels").put("a", "1");
        assertThat(served.send("PUT", path, first.toString()).code()).isEqualTo(200);
        Served.Reply second = served.send("PUT", path, first.toString());
        assertThat(second.code()).isEqualTo(409);
        assertThat(second.json().path("reason").asText()).isEqualTo("Conflict");
        ObjectNode moved = served.get(path).json().deepCopy();
        moved.withObject("/spec").put("packageName", "other");
        assertThat(served.send("PUT", path, moved.toString()).code()).isEqualTo(422);
    }

    @Test
    void resources_are_replaced_only_while_a_draft() throws IOException, InterruptedException {
        served.send("POST", Served.REVISIONS, INIT);
        String path = Served.RESOURCES + "/blue.networking.upf.v1";
        ObjectNode resources = served.get(path).json().deepCopy();
        assertThat(resources.path("spec").path("packageName").asText()).isEqualTo("upf");
        resources.withObject("/spec/resources").put("a/b.yaml", "x: 1\n");
        Served.Reply written = served.send("PUT", path, resources.toString());
        assertThat(written.code()).isEqualTo(200);
        assertThat(written.json().path("spec").path("resources").size()).isEqualTo(4);
        Served.Reply patched = served.send("PATCH", path, "{\"spec\":{\"resources\":{\"a/b.yaml\":null}}}");
        assertThat(patched.json().path("spec").path("resources").size()).isEqualTo(3);
        ObjectNode climbing = patched.json().deepCopy();
        climbing.withObject("/spec/resources").put("../../etc/passwd", "x");
        assertThat(served.send("PUT", path, climbing.toString()).code()).isEqualTo(422);
        assertThat(served.send("POST", Served.RESOURCES, "{}").code()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "labelSelector=kpt.dev/latest-revision%3Dtrue; 1",
                "labelSelector=kpt.dev/latest-revision; 1",
                "labelSelector=!kpt.dev/latest-revision; 3",
                "labelSelector=team%20in%20(core,edge); 0",
                "labelSelector=team%20notin%20(core),a!=b; 4",
                "fieldSelector=spec.repository%3Dblue; 3",
                "fieldSelector=spec.lifecycle%3DDraft,spec.workspaceName%3Dv2; 1",
                "fieldSelector=spec.lifecycle!%3DDraft; 2",
                "fieldSelector=spec.packageName%3Da/b,spec.revision%3D0; 1",
                "fieldSelector=metadata.name%3Dblue.upf.v1; 1"
            })
    void lists_are_selected(String query, int expected) throws IOException, InterruptedException {
        served.fixture.published("blue", "upf", "v1");
        served.fixture.draft("blue", "upf", "v2");
        served.fixture.draft("edge", "a/b", "v1");
        assertThat(served.get(Served.REVISIONS + "?" + query).json().path("items"))
                .hasSize(expected);
        assertThat(served.get("/apis/porch.kpt.dev/v1alpha1/packagerevisions?" + query)
                        .json()
                        .path("items"))
                .hasSize(expected);
        assertThat(served.get(Served.RESOURCES + "?" + query).json().path("items"))
                .hasSize(expected);
    }

    @Test
    void quarantined_rows_are_not_listed_and_say_why() throws IOException, InterruptedException {
        CachedRevision draft = served.fixture.draft("blue", "upf", "v1");
        served.fixture.states.put("blue", new RepositoryState.Absent("no Repository 'blue' is registered"));
        assertThat(served.get(Served.REVISIONS).json().path("items")).isEmpty();
        String path = Served.REVISIONS + "/" + draft.name().objectName();
        assertThat(served.get(path).message()).contains("quarantined").contains("no Repository 'blue'");
        assertThat(served.send("DELETE", path, "").code()).isEqualTo(409);
        assertThat(served.fixture.cache.rows).hasSize(1);
        served.fixture.states.put("blue", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        assertThat(served.get(Served.REVISIONS).json().path("items")).hasSize(1);
        assertThat(served.send("DELETE", path, "").code()).isEqualTo(503);
    }

    @Test
    void other_namespaces_are_empty() throws IOException, InterruptedException {
        String other = "/apis/porch.kpt.dev/v1alpha1/namespaces/other/packagerevisions";
        assertThat(served.get(other).json().path("items")).isEmpty();
        assertThat(served.send("POST", other, INIT).code()).isEqualTo(404);
    }

    @Test
    void a_dry_run_changes_nothing() throws IOException, InterruptedException {
        assertThat(served.send("POST", Served.REVISIONS + "?dryRun=All", INIT).code())
                .isEqualTo(400);
        assertThat(served.fixture.cache.rows).isEmpty();
    }

    @Test
    void json_patches_and_preconditions_are_understood() throws IOException, InterruptedException {
        served.send("POST", Served.REVISIONS, INIT);
        String path = Served.REVISIONS + "/blue.networking.upf.v1";
        Served.Reply patched = served.send(
                "PATCH",
                path,
                "[{\"op\":\"replace\",\"path\":\"/metadata/labels/team\",\"value\":\"edge\"}]",
                "Content-Type",
                "application/json-patch+json");
        assertThat(patched.json().path("metadata").path("labels").path("team").asText())
                .isEqualTo("edge");
        Served.Reply bad = served.send(
                "PATCH",
                path,
                "[{\"op\":\"remove\",\"path\":\"/x/y\"}]",
                "Content-Type",
                "application/json-patch+json");
        assertThat(bad.code()).isEqualTo(422);
        assertThat(served.send("PATCH", path, "{}", "Content-Type", "application/apply-patch+yaml")
                        .code())
                .isEqualTo(400);
        assertThat(served.send("DELETE", path, "{\"preconditions\":{\"uid\":\"other\"}}")
                        .code())
                .isEqualTo(409);
        String uid = patched.json().path("metadata").path("uid").asText();
        assertThat(served.send("DELETE", path, "{\"preconditions\":{\"uid\":\"" + uid + "\"}}")
                        .code())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_asked_for_except_by_probes() throws IOException, InterruptedException {
        try (Served guarded = new Served(Optional.of("s3cret"))) {
            assertThat(guarded.get(Served.REVISIONS).code()).isEqualTo(401);
            assertThat(guarded.get("/status", "Authorization", "Bearer wrong").code())
                    .isEqualTo(401);
            assertThat(guarded.get("/livez").code()).isEqualTo(200);
            assertThat(guarded.get("/readyz?since=2026-01-01T00:00:00Z").code()).isEqualTo(503);
            assertThat(guarded.get("/readyz?since=yesterday").code()).isEqualTo(400);
            Served.Reply created = guarded.send(
                    "POST", Served.REVISIONS, INIT, "Authorization", "Bearer s3cret", "Impersonate-User", "bob");
            assertThat(created.code()).isEqualTo(201);
        }
    }

    @Test
    void a_basic_login_names_the_author() throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("carol:pw".getBytes(StandardCharsets.UTF_8));
        served.send("POST", Served.REVISIONS, INIT, "Authorization", "Basic " + login);
        assertThat(served.fixture.engine.get("blue.networking.upf.v1").updatedBy())
                .isEqualTo("carol@kpt.dev");
    }
}
