package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.system.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The four roles of one environment, started and ended together.
 *
 * @param controlPlane the Kubernetes API
 * @param git the git server
 * @param database the package cache
 * @param links what stands between the orchestrator and these
 */
record EnvironmentStores(ControlPlane controlPlane, GitServer git, PackageCache database, Links links)
        implements AutoCloseable {
    /** Starts all four side by side; when one fails, the others are ended before the failure is thrown. */
    static EnvironmentStores start(ProcessSupervisor supervisor, EnvironmentSpec forms) {
        CompletableFuture<ControlPlane> controlPlane = begin(() -> EnvironmentFactory.controlPlane(supervisor, forms));
        CompletableFuture<GitServer> git = begin(() -> EnvironmentFactory.git(supervisor, forms));
        CompletableFuture<PackageCache> database = begin(() -> EnvironmentFactory.database(supervisor, forms));
        CompletableFuture<Links> links = begin(() -> EnvironmentFactory.links(supervisor, forms));
        try {
            CompletableFuture.allOf(controlPlane, git, database, links).join();
        } catch (CompletionException failed) {
            controlPlane.thenAccept(ControlPlane::close);
            git.thenAccept(GitServer::close);
            database.thenAccept(PackageCache::close);
            links.thenAccept(Links::close);
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
        return new EnvironmentStores(controlPlane.join(), git.join(), database.join(), links.join());
    }

    /** Does several things to several stores at the same time; the first failure wins. */
    void inParallel(Runnable... actions) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (Runnable action : actions) {
            running.add(CompletableFuture.runAsync(action, Async::start));
        }
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        // A store that cannot be ended, or refuses to be cleared, must not keep the others from it.
        for (Runnable close : List.<Runnable>of(links::close, controlPlane::close, git::close, database::close)) {
            try {
                close.run();
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, Async::start);
    }
}
