package dev.firedrill.recovery.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * Watches that only ever say "look again". They begin at the present state and never resume at a resource version, so that
 * a control plane that went back in time is followed as well; each look renews watches that ended.
 *
 * <p>The end of watches is a reason to look as well, since changes after it are not announced. Where they end as soon as
 * they begin, that reason comes later each time, and until then they are not renewed.
 */
final class Watches implements AutoCloseable {
    /** Watches that end earlier are taken for refused; a server ends them after minutes. */
    private static final Duration BRIEF = Duration.ofSeconds(2);

    /** On a connection that died silently a watch would last for ever; a poll finds it too old some day. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** Up to some minutes, as long as a poll interval: without the right to watch, polling is all there is. */
    private static final int MOST_DOUBLINGS = 9;

    private final KubernetesClient client;
    private final String namespace;
    private final Runnable wake;
    private final Clock clock;
    private final BiConsumer<Duration, Runnable> later;
    private Round round = new Round(Instant.EPOCH);
    private Instant notBefore = Instant.EPOCH;
    private int brief;
    private boolean closed;

    Watches(KubernetesClient client, String namespace, Runnable wake) {
        this(client, namespace, wake, Clock.systemUTC(), Watches::after);
    }

    /** With a clock, and with what does something after a while. */
    Watches(
            KubernetesClient client,
            String namespace,
            Runnable wake,
            Clock clock,
            BiConsumer<Duration, Runnable> later) {
        this.client = client;
        this.namespace = namespace;
        this.wake = wake;
        this.clock = clock;
        this.later = later;
        round.end();
    }

    private static void after(Duration pause, Runnable task) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }

    /** Opens the watches when they are not open, unless it is too early for that. */
    synchronized void renew() {
        Instant now = clock.instant();
        if (closed || round.lastsAt(now) || now.isBefore(notBefore)) {
            return;
        }
        round.close();
        round = new Round(now);
        round.open(Definitions.REPOSITORY);
        round.open(Definitions.VARIANT);
    }

    /** Ends the watches; the next {@link #renew} opens new ones. */
    synchronized void distrust() {
        round.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        round.close();
    }

    private synchronized void endedByOthers(Round ended) {
        Instant now = clock.instant();
        if (Duration.between(ended.since, now).compareTo(BRIEF) >= 0) {
            brief = 0;
            wake.run();
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(brief++, MOST_DOUBLINGS));
        notBefore = now.plus(pause);
        later.accept(pause, wake);
    }

    /** Watches that were opened together, and with the first that ends they are all over. */
    private final class Round implements AutoCloseable {
        private final Instant since;
        private final List<Watch> watches = new ArrayList<>();
        private final AtomicBoolean lasts = new AtomicBoolean(true);

        Round(Instant since) {
            this.since = since;
        }

        void open(ResourceDefinitionContext kind) {
            watches.add(new Watch(client.getHttpClient(), collection(kind), wake, this::ended));
        }

        boolean lastsAt(Instant now) {
            return lasts.get() && now.isBefore(since.plus(OLDEST));
        }

        /** From now on it is no news that its watches end. */
        void end() {
            lasts.set(false);
        }

        @Override
        public void close() {
            end();
            watches.forEach(Watch::close);
            watches.clear();
        }

        private void ended() {
            if (lasts.compareAndSet(true, false)) {
                endedByOthers(this);
            }
        }
    }

    private URL collection(ResourceDefinitionContext kind) {
        String path = "apis/" + kind.getGroup() + "/" + kind.getVersion() + "/namespaces/" + namespace + "/"
                + kind.getPlural();
        try {
            return new URL(client.getMasterUrl(), path);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the address of the control plane has been used before this", e);
        }
    }
}
