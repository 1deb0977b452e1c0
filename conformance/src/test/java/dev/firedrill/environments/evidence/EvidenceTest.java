package dev.firedrill.environments.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.git.GitWorkshop;
import dev.firedrill.conformance.postgres.CacheRows;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final String WIDGETS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;
    private static final String WIDGET = """
            apiVersion: example.com/v1
            kind: Widget
            metadata: {name: telling, namespace: default}
            spec: {colour: crimson}
            """;

    private static final String EVENT = """
            apiVersion: v1
            kind: Event
            metadata: {name: seen, namespace: default}
            involvedObject: {kind: Widget, name: telling, namespace: default}
            reason: the-widget-is-crimson
            """;

    private final ProcessSupervisor supervisor = ProcessSupervisor.open();

    @AfterEach
    void nothingStays() {
        supervisor.close();
    }

    @Test
    void a_dump_shows_tables_triggers_and_every_row_and_no_password() {
        try (PackageCache cache = EmbeddedPackageCache.open(supervisor)) {
            new CacheRows(cache).add("catalog");

            String dump = DatabaseDump.of(cache.address());

            assertThat(dump).contains("TABLE public.repositories (").contains("k8s_name text NOT NULL");
            assertThat(dump).contains("PRIMARY KEY").contains("CREATE TRIGGER").contains("CREATE OR REPLACE FUNCTION");
            assertThat(dump).containsPattern("ROWS OF public\\.repositories\\n.*k8s_name.*\\ndrill,catalog,");
            assertThat(dump).doesNotContain(cache.address().password());
        }
    }

    @Test
    void a_database_that_does_not_answer_is_named() {
        DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/porch", "porch", "secret");

        assertThatThrownBy(() -> DatabaseDump.of(nowhere))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("package cache cannot be read");
    }

    @Test
    void refs_of_every_repository_are_shown() {
        try (GitServer server = EmbeddedGitServer.open(supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("catalog");
            server.create("empty");
            String id = workshop.publish("catalog", "refs/heads/main", "one").name();

            assertThat(GitRefDump.of(server)).isEqualTo("catalog\n  " + id + " refs/heads/main\nempty\n");
        }
    }

    @Test
    void custom_objects_and_events_are_shown() {
        try (ControlPlane plane = InProcessControlPlane.start()) {
            ClusterAddress cluster = plane.address();
            try (KubernetesClient client = new KubernetesClientBuilder()
                    .withConfig(Config.fromKubeconfig(cluster.kubeconfig()))
                    .build()) {
                client.resource(EVENT).create();
                client.resource(WIDGETS).create();
                Wait.until("widgets to be known", Patience.PROMPT, () -> takes(client));
            }

            assertThat(ClusterState.customObjects(cluster))
                    .contains("# /apis/example.com/v1/widgets")
                    .contains("crimson");
            assertThat(ClusterState.events(cluster)).contains("the-widget-is-crimson");
        }
    }

    private static boolean takes(KubernetesClient client) {
        try {
            client.resource(WIDGET).create();
            return true;
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }
}
