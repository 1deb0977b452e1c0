package dev.firedrill.environments.kubernetes.existing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.interlock.InterlockRefused;
import dev.firedrill.environments.interlock.Snapshots;
import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is particular to a cluster that is not ours; what every control plane does is held by the conformance suite. */
class ExistingControlPlaneTest {
    private static final String NAMESPACE = "drill";
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: %1$s.config.porch.kpt.dev
              labels: {app.kubernetes.io/managed-by: %2$s}
            spec:
              group: config.porch.kpt.dev
              scope: Namespaced
              names: {kind: Thing, plural: %1$s, singular: %1$s, listKind: ThingList}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;
    private static final String THING = """
            apiVersion: config.porch.kpt.dev/v1
            kind: Thing
            metadata: {name: held, namespace: drill, finalizers: [firedrill.dev/hold]}
            """;

    private final InProcessControlPlane cluster = InProcessControlPlane.start("shop");
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.address().kubeconfig()))
            .build();

    @BeforeEach
    void somethingOfSomebody() {
        client.resource(configMap("shop", "theirs")).create();
    }

    @AfterEach
    void end() {
        client.close();
        cluster.close();
    }

    @Test
    void a_loss_takes_the_drills_definitions_and_namespace_and_nothing_else() {
        ExistingControlPlane plane = open();
        String first = namespace();
        create(DEFINITION.formatted("things", "firedrill"));
        // The group now prefers a version in which there are no things.
        create(DEFINITION
                .formatted("newer", "firedrill")
                .replace("Thing", "Newer")
                .replace("name: v1", "name: v2"));
        create(DEFINITION.formatted("others", "somebody").replace("config.porch.kpt.dev", "other.example"));
        create(THING);
        plane.lose();
        assertThat(definitions()).containsExactly("others.other.example");
        assertThat(namespace()).isNotEqualTo(first);
        assertThat(client.configMaps().inNamespace("shop").withName("theirs").get())
                .isNotNull();
        plane.close();
        plane.close();
        assertThat(client.namespaces().withName(NAMESPACE).get()).isNull();
    }

    @Test
    void an_empty_namespace_is_handed_back_with_its_labels() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .withLabels(Map.of("team", "lab"))
                        .endMetadata()
                        .build())
                .create();
        ExistingControlPlane plane = open();
        plane.lose();
        plane.close();
        assertThat(client.namespaces().withName(NAMESPACE).get().getMetadata().getLabels())
                .containsEntry("team", "lab");
        assertThat(client.configMaps().inNamespace(NAMESPACE).list().getItems()).isEmpty();
    }

    @Test
    void a_porch_of_somebody_else_or_an_object_in_the_namespace_is_foreign() {
        create(DEFINITION.formatted("things", "somebody"));
        assertRefused("things.config.porch.kpt.dev");
        client.apiextensions().v1().customResourceDefinitions().delete();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        client.resource(configMap(NAMESPACE, "theirs")).create();
        assertRefused("the ConfigMap theirs");
        client.configMaps().inNamespace(NAMESPACE).withName("theirs").delete();
        client.resource(configMap(NAMESPACE, "kube-root-ca.crt")).create();
        ExistingControlPlane plane = open();
        // It is taken for the work of a controller, of which there is none here that would delete the namespace.
        client.configMaps().inNamespace(NAMESPACE).withName("kube-root-ca.crt").delete();
        plane.close();
    }

    @Test
    void without_the_marker_nothing_is_destroyed() {
        ExistingControlPlane plane = open();
        create(DEFINITION.formatted("things", "firedrill"));
        plane.keep(RecoveryPoint.P1);
        client.configMaps()
                .inNamespace(NAMESPACE)
                .withName(MarkedCluster.MARKER)
                .delete();
        String before = namespace();
        assertThatThrownBy(plane::lose).isInstanceOf(InterlockRefused.class);
        assertThatThrownBy(plane::close).isInstanceOf(InterlockRefused.class);
        assertThat(definitions()).hasSize(1);
        assertThat(namespace()).isEqualTo(before);
    }

    @Test
    void a_restore_that_did_nothing_is_found_out() {
        ExistingControlPlane plane = open(new Snapshots() {
            @Override
            public void keep(RecoveryPoint point) {}

            @Override
            public void restore(RecoveryPoint point) {}
        });
        plane.keep(RecoveryPoint.P1);
        assertThatThrownBy(() -> plane.rewindTo(RecoveryPoint.P1))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("control-plane.restore ended well")
                .hasMessageContaining("before the restore of P1");
        plane.close();
    }

    @Test
    void a_restore_of_another_point_is_found_out() {
        ExistingControlPlane plane = open(new Snapshots() {
            @Override
            public void keep(RecoveryPoint point) {
                cluster.keep(point);
            }

            @Override
            public void restore(RecoveryPoint point) {
                cluster.rewindTo(RecoveryPoint.P2);
            }
        });
        plane.keep(RecoveryPoint.P1);
        plane.keep(RecoveryPoint.P2);
        assertThatThrownBy(() -> plane.rewindTo(RecoveryPoint.P1)).hasMessageContaining("shows 'at P2");
        plane.close();
    }

    @Test
    void without_commands_it_cannot_go_back_and_says_so() {
        try (ExistingControlPlane plane = open()) {
            assertThat(plane.rewinds()).isFalse();
            plane.keep(RecoveryPoint.P1);
            assertThatThrownBy(() -> plane.rewindTo(RecoveryPoint.P1))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageContaining("names no command");
        }
    }

    private void assertRefused(String said) {
        List<String> before = definitions();
        assertThatThrownBy(this::open).isInstanceOf(InterlockRefused.class).hasMessageContaining(said);
        assertThat(definitions()).isEqualTo(before);
    }

    private ExistingControlPlane open() {
        return ExistingControlPlane.open(Targets.of(cluster.address(), NAMESPACE));
    }

    private ExistingControlPlane open(Snapshots snapshots) {
        return ExistingControlPlane.open(Targets.of(cluster.address(), NAMESPACE), snapshots);
    }

    private void create(String yaml) {
        Consumer<HasMetadata> create = object -> client.resource(object).create();
        client.load(new java.io.ByteArrayInputStream(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .items()
                .forEach(create);
    }

    private List<String> definitions() {
        return client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                .map(definition -> definition.getMetadata().getName())
                .toList();
    }

    private String namespace() {
        return client.namespaces().withName(NAMESPACE).get().getMetadata().getUid();
    }

    private static HasMetadata configMap(String namespace, String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }
}
