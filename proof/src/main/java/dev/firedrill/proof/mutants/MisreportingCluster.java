package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.VariantStatus;
import dev.firedrill.recovery.port.Cluster;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Control planes into which something else is written than what was found. */
final class MisreportingCluster {
    private MisreportingCluster() {}

    /** One that is told something else of Repositories. */
    static Cluster ofRepositories(Cluster cluster, UnaryOperator<RepositoryStatus> wrong) {
        return intercepting(cluster, arguments -> {
            if (arguments[1] instanceof RepositoryStatus status) {
                arguments[1] = wrong.apply(status);
            }
            return true;
        });
    }

    /** One that is told something else of PackageVariants. */
    static Cluster ofVariants(Cluster cluster, UnaryOperator<VariantStatus> wrong) {
        return intercepting(cluster, arguments -> {
            if (arguments[1] instanceof VariantStatus status) {
                arguments[1] = wrong.apply(status);
            }
            return true;
        });
    }

    /** One that is told nothing of PackageVariants. */
    static Cluster silentOfVariants(Cluster cluster) {
        return intercepting(cluster, arguments -> !(arguments[1] instanceof VariantStatus));
    }

    /** One on which no object gets a finalizer. */
    static Cluster neverHolding(Cluster cluster) {
        return intercepting(cluster, "hold", arguments -> false);
    }

    static RepositoryStatus counting(RepositoryStatus status, int more) {
        return new RepositoryStatus(
                status.ready(),
                status.reason(),
                status.message(),
                status.packageCount() + more,
                status.gitCommitHash(),
                status.freshen());
    }

    static RepositoryStatus saying(RepositoryStatus status, String reason, String message) {
        return new RepositoryStatus(
                status.ready(), reason, message, status.packageCount(), status.gitCommitHash(), status.freshen());
    }

    static RepositoryStatus at(RepositoryStatus status, String commit) {
        return new RepositoryStatus(
                status.ready(),
                status.reason(),
                status.message(),
                status.packageCount(),
                Optional.of(commit),
                status.freshen());
    }

    static VariantStatus withoutTargets(VariantStatus status) {
        return new VariantStatus(status.stalled(), status.ready(), status.reason(), status.message(), List.of());
    }

    private static Cluster intercepting(Cluster cluster, Report report) {
        return intercepting(cluster, "report", report);
    }

    private static Cluster intercepting(Cluster cluster, String name, Report report) {
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, (proxy, method, arguments) -> {
                    boolean reports = method.getName().equals(name);
                    if (reports && !report.passesOn(arguments)) {
                        return null;
                    }
                    try {
                        return method.invoke(cluster, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Looks at a report before it is written and may change it; says whether it is written at all. */
    private interface Report {
        boolean passesOn(Object[] arguments);
    }
}
