package dev.firedrill.cli;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.EnvironmentFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What happens when a person stops a drill: everything that was started is ended and removed before the process goes. The
 * JVM itself then exits with 130, as the shell expects of a command ended by Ctrl-C.
 */
public final class ShutdownHandler {
    private static final long REPORT_SECONDS = 20;

    private final Thread hook;
    private final CountDownLatch over;

    private ShutdownHandler(Thread hook, CountDownLatch over) {
        this.hook = hook;
        this.over = over;
    }

    public static ShutdownHandler closing(ProcessSupervisor supervisor, DrillConsole console) {
        CountDownLatch over = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    console.stopping();
                    try {
                        supervisor.close();
                        // Scenarios end by themselves without stores, and what was found before is worth a report.
                        awaitReport(over);
                        supervisor.close();
                        console.stopped();
                    } catch (EnvironmentFailure remains) {
                        console.stoppedBut(String.valueOf(remains.getMessage()));
                    }
                },
                "firedrill-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new ShutdownHandler(hook, over);
    }

    private static void awaitReport(CountDownLatch over) {
        try {
            over.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Does something that breaks off when its stores end under it. That a person stopped it is no error of its own: then this
     * does not return, and the hook says the last word.
     */
    public <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException broken) {
            if (hook.getState() != Thread.State.NEW) {
                over.countDown();
                await();
            }
            throw broken;
        } finally {
            over();
        }
    }

    /** Waits until a person stops the drill: the process ends meanwhile, and this does not return. */
    void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The drill is over: nothing is left to stop. */
    void over() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook is running: a person stopped the drill, and the hook does the rest.
            return;
        }
    }
}
