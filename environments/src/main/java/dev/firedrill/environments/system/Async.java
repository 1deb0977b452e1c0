package dev.firedrill.environments.system;

/** Runs a task on a thread of its own: waiting for processes would starve the common pool of a machine with two cores. */
public final class Async {
    private Async() {}

    public static void start(Runnable task) {
        Thread thread = new Thread(task, "firedrill-environment");
        thread.setDaemon(true);
        thread.start();
    }
}
