package dev.firedrill.recovery.sets.member.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.sets.support.AgeKey;
import dev.firedrill.recovery.sets.support.Cli;
import dev.firedrill.recovery.sets.support.TestCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects go into a set and come back with living owners; nothing secret goes anywhere in the clear. */
class ControlPlaneMemberTest {
    @TempDir
    private Path folder;

    private final TestCluster source = new TestCluster();
    private final TestCluster target = new TestCluster();

    @BeforeEach
    void objects() {
        source.repository("blueprints");
        source.repository("deployments");
        JsonNode set = source.variantSet("all");
        source.variant("all-deployments-a", set);
    }

    @AfterEach
    void stop() {
        source.close();
        target.close();
    }

    @Test
    void objects_come_back_with_the_uids_that_their_owners_have_now() throws IOException {
        assertThat(create().code()).isZero();

        Cli restored = restore("run");

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(restored.out()).contains("control-plane restored, validated", "Secret ns/login");
        String uid = text(target.get(TestCluster.path("v1alpha2", "packagevariantsets", "all")), "/metadata/uid");
        JsonNode variant = target.get(TestCluster.path("v1alpha1", "packagevariants", "all-deployments-a"));
        assertThat(text(variant, "/metadata/ownerReferences/0/uid")).isEqualTo(uid);
        assertThat(text(variant, "/metadata/labels/config.porch.kpt.dev~1packagevariantset"))
                .isEqualTo(uid);
        assertThat(uid)
                .isNotEqualTo(
                        text(source.get(TestCluster.path("v1alpha2", "packagevariantsets", "all")), "/metadata/uid"));
        assertThat(text(target.get("/api/v1/namespaces/ns"), "/metadata/name")).isEqualTo("ns");
        JsonNode repository = target.get(TestCluster.path("v1alpha1", "repositories", "blueprints"));
        assertThat(text(repository, "/metadata/finalizers/0")).isEqualTo("config.porch.kpt.dev/repository");
        assertThat(repository.has("status")).isFalse();
    }

    @Test
    void a_second_restore_changes_nothing() throws IOException {
        create();
        restore("run");
        JsonNode before = target.get(TestCluster.path("v1alpha1", "packagevariants", ""));

        Cli again = restore("run");

        assertThat(again.out()).contains("was there already, validated");
        assertThat(target.get(TestCluster.path("v1alpha1", "packagevariants", "")))
                .isEqualTo(before);
    }

    @Test
    void a_restore_that_was_interrupted_goes_on() throws IOException {
        create();
        target.repository("blueprints");

        assertThat(restore("plan").out()).contains("target part");
        assertThat(restore("run").code()).isZero();
        assertThat(text(
                        target.get(TestCluster.path("v1alpha1", "packagevariants", "all-deployments-a")),
                        "/metadata/name"))
                .isEqualTo("all-deployments-a");
    }

    @Test
    void an_owner_that_is_nowhere_is_left_out_and_told() throws IOException {
        JsonNode gone = source.variantSet("gone");
        source.variant("orphan", gone);
        source.client().raw(TestCluster.path("v1alpha2", "packagevariantsets", "gone"), "DELETE", null);
        create();

        Cli restored = restore("run");

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(restored.out()).contains("had the owner PackageVariantSet gone, which is not there");
        assertThat(target.get(TestCluster.path("v1alpha1", "packagevariants", "orphan"))
                        .path("metadata")
                        .has("ownerReferences"))
                .isFalse();
    }

    @Test
    void kinds_that_the_user_names_come_back_before_what_they_own() throws IOException {
        JsonNode widget = source.create(
                "/apis/example.com/v1/namespaces/ns/widgets",
                "{'apiVersion': 'example.com/v1', 'kind': 'Widget', 'metadata': {'name': 'w', 'namespace': 'ns'}}");
        source.variant("of-a-widget", widget);
        create("--kind", "widgets.v1.example.com/Widget");

        Cli restored = restore("run");

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(text(
                        target.get(TestCluster.path("v1alpha1", "packagevariants", "of-a-widget")),
                        "/metadata/ownerReferences/0/uid"))
                .isEqualTo(text(target.get("/apis/example.com/v1/namespaces/ns/widgets/w"), "/metadata/uid"))
                .isNotEmpty();
    }

    @Test
    void other_objects_are_refused_unless_named_and_never_removed() throws IOException {
        create();
        target.repository("precious");

        Cli refused = restore("run");

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("Repository ns/precious is not in the set", "--replace");
        assertThat(restore("run", "--replace", "control-plane").code()).isZero();
        assertThat(text(target.get(TestCluster.path("v1alpha1", "repositories", "precious")), "/metadata/name"))
                .isEqualTo("precious");
    }

    @Test
    void secrets_are_taken_into_encrypted_sets_only() throws IOException {
        source.create(
                "/api/v1/namespaces/ns/secrets",
                "{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'login', 'namespace': 'ns'},"
                        + " 'data': {'password': 'Y2FuYXJ5'}}");

        assertThat(create("--with-secrets").code()).isEqualTo(64);
        Cli plain = create();
        AgeKey age = AgeKey.in(folder);
        Cli encrypted = create("--with-secrets", "--recipient", age.recipient());
        Cli restored = restore("run", "--identity", age.identity().toString());

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(text(target.get("/api/v1/namespaces/ns/secrets/login"), "/data/password"))
                .isEqualTo("Y2FuYXJ5");
        assertThat(plain.code()).isZero();
        assertThat(encrypted.code()).as(encrypted.err()).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content).as(file.toString()).doesNotContain("Y2FuYXJ5", "canary-token");
            }
        }
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }

    private Cli create(String... more) throws IOException {
        return run(Stream.of("backup", "create", "--kubeconfig", source.kubeconfig(folder)), Stream.of(more));
    }

    private Cli restore(String what, String... more) throws IOException {
        return run(Stream.of("restore", what, "porch", "--kubeconfig", target.kubeconfig(folder)), Stream.of(more));
    }

    private Cli run(Stream<String> what, Stream<String> more) {
        Stream<String> places = Stream.of(
                "--storage",
                folder.resolve("storage").toString(),
                "--catalogue",
                folder.resolve("catalogue").toString());
        return Cli.run(Stream.concat(what, Stream.concat(places, more)).toArray(String[]::new));
    }
}
