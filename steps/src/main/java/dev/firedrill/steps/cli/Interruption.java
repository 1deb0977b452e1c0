package dev.firedrill.steps.cli;

import dev.firedrill.environments.process.Leash;

/**
 * What happens when a person stops a drill: everything that was started is ended and removed before the process goes. The
 * JVM itself then exits with 130, as the shell expects of a command ended by Ctrl-C.
 */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption closing(Leash leash, DrillConsole console) {
        Thread hook = new Thread(
                () -> {
                    console.stopping();
                    leash.close();
                    console.stopped();
                },
                "firedrill-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** The drill is over: nothing is left to stop. */
    void over() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook is running: a person stopped the drill, and the hook does the rest.
            return;
        }
    }
}
