package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.Cluster;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A control plane as somebody sees it who never forgets a Repository that was there once. */
final class StubbornCluster {
    private final Cluster cluster;
    private final Map<String, Repository> everSeen = new TreeMap<>();
    private Set<String> present = Set.of();

    private StubbornCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    static Cluster of(Cluster cluster) {
        StubbornCluster stubborn = new StubbornCluster(cluster);
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(),
                new Class<?>[] {Cluster.class},
                (proxy, method, arguments) -> stubborn.answer(method, arguments));
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("look")) {
            return look();
        }
        if (arguments != null && arguments[0] instanceof Repository object && !present.contains(object.name())) {
            // There is nothing to write to.
            return null;
        }
        try {
            return method.invoke(cluster, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private synchronized ClusterView look() {
        ClusterView view = cluster.look();
        present = view.repositories().stream().map(Repository::name).collect(Collectors.toSet());
        view.repositories().forEach(object -> everSeen.put(object.name(), object));
        List<Repository> all = new ArrayList<>(everSeen.values());
        return new ClusterView(all, view.variants(), view.invalid(), view.resourceVersion());
    }
}
