package dev.firedrill.recovery.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches that only ever say "look again". They begin at the present state and never resume at a resource version, so that
 * a control plane that went back in time is followed as well; whoever looks renews those that ended.
 */
final class Watches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final KubernetesClient client;
    private final String namespace;
    private final Runnable wake;
    private final List<Watch> open = new ArrayList<>();
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private boolean closed;

    Watches(KubernetesClient client, String namespace, Runnable wake) {
        this.client = client;
        this.namespace = namespace;
        this.wake = wake;
    }

    /** Opens the watches when they are not open; a failure is left to the next call. */
    synchronized void renew() {
        if (closed || !broken.get()) {
            return;
        }
        closeAll();
        try {
            open.add(watch(Definitions.REPOSITORY));
            open.add(watch(Definitions.VARIANT));
            broken.set(false);
        } catch (KubernetesClientException e) {
            LOG.debug("no watch for now: {}", e.getMessage());
            closeAll();
        }
    }

    /** Asks for new watches at the next {@link #renew}. */
    void distrust() {
        broken.set(true);
    }

    private Watch watch(ResourceDefinitionContext kind) {
        return client.genericKubernetesResources(kind)
                .inNamespace(namespace)
                .watch(new Watcher<GenericKubernetesResource>() {
                    @Override
                    public void eventReceived(Action action, GenericKubernetesResource resource) {
                        wake.run();
                    }

                    @Override
                    public boolean reconnecting() {
                        return false;
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        ended();
                    }

                    @Override
                    public void onClose() {
                        ended();
                    }
                });
    }

    private void ended() {
        if (broken.compareAndSet(false, true)) {
            wake.run();
        }
    }

    private void closeAll() {
        open.forEach(Watch::close);
        open.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        broken.set(true);
        closeAll();
    }
}
