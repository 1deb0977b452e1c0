package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.api.ApiServer;
import dev.firedrill.recovery.reconcile.Reconciler;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orchestrator as a process: serves Porch's API and aligns until it is told to end. */
public final class Orchestrator {
    private static final Logger LOG = LoggerFactory.getLogger(Orchestrator.class);
    private static final int SECONDS_TO_END = 10;

    private Orchestrator() {}

    /**
     * Runs until the process is asked to end (SIGTERM, SIGINT) or the calling thread is interrupted. Either way the pass
     * that runs is finished first, unless that takes longer than ten seconds.
     *
     * @param components of the recovery that aligns; they stay open
     * @param announce receives one line of JSON as soon as the API listens
     * @throws IOException when the address cannot be listened on or the listen file cannot be written
     */
    public static void run(RecoveryComponents components, ServeSettings serve, Consumer<String> announce)
            throws IOException {
        Serving serving = new Serving(
                components.cluster(),
                components.git(),
                components.cache(),
                engine -> new ReconcilerPass(new Reconciler(
                        components.withCache(engine.lockingCache()).withGit(engine.lockingGit()))),
                components.journal(),
                components.clock(),
                serve,
                components.answering());
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> end(serving, ended), "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try (ApiServer api = serving.listen()) {
            announce(serve, announce, Announcement.line(api.address()));
            runPasses(serving, ended);
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    /** Passes run on a thread of their own: an interruption of the caller must not cut a pass in two. */
    private static void runPasses(Serving serving, CountDownLatch ended) {
        FutureTask<Void> passes = new FutureTask<>(() -> {
            try {
                serving.run();
            } finally {
                ended.countDown();
            }
            return null;
        });
        new Thread(passes, "passes").start();
        try {
            passes.get();
        } catch (InterruptedException e) {
            end(serving, ended);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the loop of passes ended by itself", e.getCause());
        }
    }

    private static void announce(ServeSettings serve, Consumer<String> announce, String line) throws IOException {
        if (serve.listenFile().isPresent()) {
            Announcement.write(serve.listenFile().get(), line);
        }
        announce.accept(line);
    }

    private static void end(Serving serving, CountDownLatch ended) {
        serving.stop();
        try {
            if (!ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("the pass that runs did not end in {} s; ending without it, which is safe", SECONDS_TO_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the process is ending already", e);
        }
    }
}
