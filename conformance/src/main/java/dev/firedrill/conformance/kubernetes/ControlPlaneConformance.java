package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.widget;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.FormUnderTest;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/**
 * What every class of the suite has at hand: the form under test and a fresh namespace that knows widgets.
 *
 * <p>Every behaviour of the suite was first seen on the real thing, kube-apiserver 1.20.2 on etcd 3.4.23, and a form that
 * deviates from it is at fault. {@link RawAnswer#isOneOf} marks the refusals whose status releases are free to choose. Some
 * of what the real server does surprises: a watch from a future revision is accepted and stays silent until
 * the present has caught up; a read as new as a future revision is refused after three seconds; an object that leaves
 * a label selector is told as deleted in its former state; a bookmark comes only to a watch that has fallen behind; the
 * objects of a finalized namespace outlive it; nothing collects what a deleted owner owned; marking for deletion raises
 * the generation.
 */
public abstract class ControlPlaneConformance {
    /** The namespace that a provider opens a control plane with. */
    public static final String NAMESPACE = "drill";

    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    @Parameter
    FormUnderTest<ControlPlane> form;

    RawApi api;
    KubernetesClient client;
    ControlPlane plane;
    String namespace;
    /** The collection of this test's widgets. */
    String widgets;
    /** The collection of this test's ConfigMaps. */
    String configMaps;

    @BeforeEach
    final void freshNamespace() {
        PlaneUnderTest subject = form.shared(PlaneUnderTest.class, PlaneUnderTest::new);
        api = subject.api;
        client = subject.client;
        plane = subject.plane;
        define("widgets", Widgets.WIDGET_DEFINITION);
        define("gadgets", Widgets.GADGET_DEFINITION);
        namespace = newNamespace();
        widgets = "/apis/" + Widgets.GROUP + "/v1/namespaces/" + namespace + "/widgets";
        configMaps = "/api/v1/namespaces/" + namespace + "/configmaps";
    }

    final String newNamespace() {
        String name = "t-" + NAMESPACES.incrementAndGet();
        api.create("/api/v1/namespaces", Widgets.namespace(name)).is(201);
        return name;
    }

    /** Creates a widget from its YAML without type. */
    final ObjectNode created(String yaml) {
        return api.create(widgets, widget(yaml)).is(201).object();
    }

    final String path(ObjectNode widget) {
        return widgets + "/" + widget.at("/metadata/name").asText();
    }

    /** Waits until a CRD has the condition Established. */
    final void awaitEstablished(String crd) {
        eventually(() -> api.get(Widgets.CRDS + "/" + crd), reply -> hasCondition(reply, "Established"));
    }

    /** Looks again and again until the answer is the wanted one. */
    static RawAnswer eventually(Supplier<RawAnswer> look, Predicate<RawAnswer> wanted) {
        return Wait.until("the API to answer as expected", Patience.START, look, wanted);
    }

    /** Whether this form is known to do something in another way. */
    final boolean deviates(ControlPlaneDeviation how) {
        return form.deviates(plane, how);
    }

    /** For what only a client can prove that is alone with its server. */
    final void assumeAlone() {
        Assumptions.assumeFalse(
                deviates(ControlPlaneDeviation.RUNS_CONTROLLERS),
                "controllers write here at any moment, and collect garbage");
    }

    static boolean hasCondition(RawAnswer reply, String type) {
        return StreamSupport.stream(reply.body().at("/status/conditions").spliterator(), false)
                .anyMatch(condition -> condition.path("type").asText().equals(type)
                        && condition.path("status").asText().equals("True"));
    }

    private void define(String plural, String definition) {
        String name = plural + "." + Widgets.GROUP;
        if (api.get(Widgets.CRDS + "/" + name).status() == 404) {
            api.create(Widgets.CRDS, Widgets.object(definition)).is(201);
        }
        awaitEstablished(name);
        // The condition is a promise; the endpoint follows a moment later.
        eventually(() -> api.get("/apis/" + Widgets.GROUP + "/v1/" + plural), reply -> reply.status() == 200);
    }
}
