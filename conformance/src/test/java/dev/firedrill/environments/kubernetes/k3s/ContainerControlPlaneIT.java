package dev.firedrill.environments.kubernetes.k3s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.TestEngine;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The heart of the matter on the real k3s; the whole suite of the control plane runs on it as well, see its Forms. */
class ContainerControlPlaneIT {
    private static Engine engine;
    private static ProcessSupervisor supervisor;

    @BeforeAll
    static void holdOn() {
        engine = TestEngine.engineFor(Images.Of.K3S);
        supervisor = ProcessSupervisor.open();
    }

    @AfterAll
    static void letGo() {
        if (engine != null) {
            engine.close();
            supervisor.close();
        }
    }

    @Test
    void uids_come_back_later_objects_do_not_and_one_client_outlives_it_all() {
        try (ContainerControlPlane plane = ContainerControlPlane.open(engine, supervisor, "drill")) {
            uidsComeBack(plane);
        }
    }

    @Test
    void on_etcd_as_well_although_a_later_container_has_another_address() {
        try (ContainerControlPlane plane = ContainerControlPlane.openOnEtcd(engine, supervisor, "drill")) {
            assertThat(plane.product().form()).isEqualTo("containers-etcd");
            uidsComeBack(plane);
        }
    }

    private static void uidsComeBack(ContainerControlPlane plane) {
        try (KubernetesClient client = clientOf(plane)) {
            ConfigMap kept = named(client, "kept").create();
            plane.keep(RecoveryPoint.P1);
            named(client, "later").create();
            String first = plane.containerId();
            plane.lose();
            assertThat(named(client, "kept").get()).isNull();
            plane.rewindTo(RecoveryPoint.P1);
            assertThat(named(client, "kept").get()).isEqualTo(kept);
            assertThat(named(client, "later").get()).isNull();
            assertThat(plane.containerId()).isNotEqualTo(first);
            silentWhilePaused(plane);
        }
    }

    @Test
    void between_scenarios_objects_are_brought_back_without_a_new_container_where_they_can_be() {
        try (ContainerControlPlane plane = ContainerControlPlane.open(engine, supervisor, "drill");
                KubernetesClient client = clientOf(plane)) {
            ConfigMap kept = named(client, "kept").create();
            plane.keep(RecoveryPoint.P1);
            String first = plane.containerId();
            named(client, "later").create();
            named(client, "kept").edit(map -> {
                map.setData(Map.of("changed", "later"));
                return map;
            });
            plane.resetTo(RecoveryPoint.P1);
            assertThat(plane.containerId()).isEqualTo(first);
            assertThat(named(client, "later").get()).isNull();
            assertThat(named(client, "kept").get().getData()).isEqualTo(kept.getData());
            named(client, "kept").delete();
            plane.resetTo(RecoveryPoint.P1);
            assertThat(plane.containerId()).isNotEqualTo(first);
            assertThat(named(client, "kept").get()).isEqualTo(kept);
        }
    }

    @Test
    void between_scenarios_an_empty_control_plane_that_was_lost_is_as_good_as_the_one_before() {
        try (ContainerControlPlane plane = ContainerControlPlane.open(engine, supervisor, "drill");
                KubernetesClient client = clientOf(plane)) {
            define(client, "integer");
            plane.keep(RecoveryPoint.P1);
            plane.lose();
            define(client, "integer");
            named(client, "later").create();
            String second = plane.containerId();
            plane.resetTo(RecoveryPoint.P1);
            assertThat(plane.containerId()).isEqualTo(second);
            assertThat(named(client, "later").get()).isNull();
            plane.lose();
            define(client, "string");
            String third = plane.containerId();
            plane.resetTo(RecoveryPoint.P1);
            assertThat(plane.containerId()).as("another specification").isNotEqualTo(third);
        }
    }

    private static void define(KubernetesClient client, String typeOfSize) {
        client.resource(new CustomResourceDefinitionBuilder()
                        .withNewMetadata()
                        .withName("crates.firedrill.dev")
                        .endMetadata()
                        .withNewSpec()
                        .withGroup("firedrill.dev")
                        .withScope("Namespaced")
                        .withNewNames()
                        .withKind("Crate")
                        .withPlural("crates")
                        .endNames()
                        .addNewVersion()
                        .withName("v1")
                        .withServed(true)
                        .withStorage(true)
                        .withNewSchema()
                        .withNewOpenAPIV3Schema()
                        .withType("object")
                        .addToProperties(
                                "size",
                                new JSONSchemaPropsBuilder()
                                        .withType(typeOfSize)
                                        .build())
                        .endOpenAPIV3Schema()
                        .endSchema()
                        .endVersion()
                        .endSpec()
                        .build())
                .create();
        Wait.until("crates to be served", Patience.PROMPT, () -> servesCrates(client));
    }

    private static boolean servesCrates(KubernetesClient client) {
        try {
            return client.genericKubernetesResources("firedrill.dev/v1", "Crate")
                            .inAnyNamespace()
                            .list()
                    != null;
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    @Test
    void a_whole_node_is_started_or_refused_in_one_sentence() {
        try (ContainerControlPlane plane = ContainerControlPlane.openPrivileged(engine, supervisor, "drill")) {
            assertThat(plane.product().real()).isTrue();
        } catch (EnvironmentFailure refused) {
            assertThat(refused).hasMessageContaining("refuses the privileges");
        }
    }

    private static void silentWhilePaused(ContainerControlPlane plane) {
        Outage pause = plane.pause();
        assertThat(pause.witness().convincing()).isTrue();
        pause.close();
        assertThat(pause.witness().convincing()).isFalse();
        assertThatThrownBy(() -> plane.rewindTo(RecoveryPoint.P2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KubernetesClient clientOf(ContainerControlPlane plane) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(plane.address().kubeconfig()))
                .build();
    }

    private static Resource<ConfigMap> named(KubernetesClient client, String name) {
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("drill")
                .endMetadata()
                .build();
        return client.configMaps().inNamespace("drill").resource(map);
    }
}
