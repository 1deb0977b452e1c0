package dev.firedrill.recovery.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client of Kubernetes that knows nothing of Porch drives the API. */
class GenericClientTest {
    private static final ResourceDefinitionContext REVISIONS = new ResourceDefinitionContext.Builder()
            .withGroup("porch.kpt.dev")
            .withVersion("v1alpha1")
            .withKind("PackageRevision")
            .withPlural("packagerevisions")
            .withNamespaced(true)
            .build();

    private Served served;
    private KubernetesClient client;

    @BeforeEach
    void serve() throws IOException {
        served = new Served(Optional.empty());
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(served.url())
                .withNamespace("demo")
                .withRequestRetryBackoffLimit(0)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterEach
    void stop() {
        client.close();
        served.close();
    }

    @Test
    void create_edit_list_approve_delete() {
        GenericKubernetesResource wish = Serialization.unmarshal("""
                apiVersion: porch.kpt.dev/v1alpha1
                kind: PackageRevision
                metadata:
                  namespace: demo
                spec:
                  packageName: upf
                  repository: blue
                  workspaceName: v1
                  lifecycle: Draft
                  tasks:
                  - type: init
                    init:
                      description: d
                """, GenericKubernetesResource.class);
        MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
                revisions = client.genericKubernetesResources(REVISIONS);
        GenericKubernetesResource created = revisions.resource(wish).create();
        assertThat(created.getMetadata().getName()).isEqualTo("blue.upf.v1");
        Resource<GenericKubernetesResource> one = revisions.inNamespace("demo").withName("blue.upf.v1");
        one.edit(object -> {
            object.getMetadata().setLabels(Map.of("team", "core"));
            object.<Map<String, Object>>get("spec").put("lifecycle", "Proposed");
            return object;
        });
        assertThat(revisions
                        .inNamespace("demo")
                        .withLabel("team", "core")
                        .list()
                        .getItems())
                .hasSize(1);
        GenericKubernetesResource proposed = one.require();
        proposed.<Map<String, Object>>get("spec").put("lifecycle", "Published");
        approve(proposed);
        assertThat(one.require().<Integer>get("spec", "revision")).isEqualTo(1);
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(one::delete)
                .satisfies(
                        refusal -> assertThat(refusal.getStatus().getReason()).isEqualTo("Forbidden"));
        proposed.getMetadata().setResourceVersion(one.require().getMetadata().getResourceVersion());
        proposed.<Map<String, Object>>get("spec").put("lifecycle", "DeletionProposed");
        approve(proposed);
        assertThat(one.delete()).hasSize(1);
        assertThat(one.get()).isNull();
    }

    private void approve(GenericKubernetesResource wanted) {
        client.genericKubernetesResources(REVISIONS)
                .inNamespace("demo")
                .resource(wanted)
                .subresource("approval")
                .update();
    }
}
