package dev.firedrill.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The client library's own watchers, which the orchestrator uses. */
@AgainstEveryForm(ControlPlane.class)
class InformersConformance extends ControlPlaneConformance {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void an_informer_sees_every_change() throws InterruptedException {
        created("{metadata: {name: before}}");
        try (var informer = inform()) {
            assertNext("added before");
            ObjectNode made = created("{metadata: {name: a}}");
            assertNext("added a");
            api.merge(path(made), "{spec: {size: 6}}").is(200);
            assertNext("updated a");
            api.delete(path(made)).is(200);
            assertNext("deleted a");
            assertThat(informer.getStore().list()).hasSize(1);
        }
    }

    @Test
    void an_informer_starts_with_everything_that_is_there() {
        for (int index = 0; index < 30; index++) {
            created("{metadata: {name: w-" + index + "}}");
        }
        try (var informer = inform()) {
            assertThat(informer.hasSynced()).isTrue();
            assertThat(informer.getStore().list()).hasSize(30);
        }
    }

    @Test
    void a_condition_is_awaited() {
        created("{metadata: {name: a}}");
        api.merge(widgets + "/a/status", "{status: {phase: Done}}").is(200);
        Resource<GenericKubernetesResource> resource = client.genericKubernetesResources(
                        Widgets.GROUP + "/v1", "Widget")
                .inNamespace(namespace)
                .withName("a");
        GenericKubernetesResource done = resource.waitUntilCondition(
                widget -> widget != null && "Done".equals(widget.get("status", "phase")), 10, TimeUnit.SECONDS);
        assertThat(done.getMetadata().getName()).isEqualTo("a");
    }

    private SharedIndexInformer<GenericKubernetesResource> inform() {
        return client.genericKubernetesResources(Widgets.GROUP + "/v1", "Widget")
                .inNamespace(namespace)
                .inform(new ResourceEventHandler<>() {
                    @Override
                    public void onAdd(GenericKubernetesResource object) {
                        told.add("added " + object.getMetadata().getName());
                    }

                    @Override
                    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
                        told.add("updated " + now.getMetadata().getName());
                    }

                    @Override
                    public void onDelete(GenericKubernetesResource object, boolean unknown) {
                        told.add("deleted " + object.getMetadata().getName());
                    }
                });
    }

    private void assertNext(String expected) throws InterruptedException {
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(expected);
    }
}
