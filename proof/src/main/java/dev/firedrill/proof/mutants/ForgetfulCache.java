package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.CachedRows;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.port.PackageCache;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Package caches that lose something on the way to the database. */
final class ForgetfulCache {
    private ForgetfulCache() {}

    /** A cache that never writes other owners than those it has. */
    static PackageCache keepingOwners(PackageCache cache) {
        return intercepting(cache, (method, arguments) -> {
            if (method.equals("update")) {
                CachedRevision seen = (CachedRevision) arguments[0];
                CachedRevision wanted = (CachedRevision) arguments[1];
                arguments[1] = wanted.withMetadata(
                        wanted.metadata().withOwners(seen.metadata().owners()));
            }
            return false;
        });
    }

    /** A cache that deletes for good what it is to put into a rescue set. */
    static PackageCache deletingWhatIsRescued(PackageCache cache) {
        return intercepting(cache, (method, arguments) -> {
            switch (method) {
                case "rescue" -> cache.delete(((CachedRevision) arguments[0]).name());
                case "rescueAll" ->
                    ((List<?>) arguments[0]).forEach(revision -> cache.delete(((CachedRevision) revision).name()));
                case "rescueAndUpdate" -> cache.update((CachedRevision) arguments[0], (CachedRevision) arguments[1]);
                default -> {
                    return false;
                }
            }
            return true;
        });
    }

    /** A cache that gives nothing back of what a rescue set kept. */
    static PackageCache reinstatingNothing(PackageCache cache) {
        return intercepting(cache, (method, arguments) -> {
            if (method.equals("reinstate")) {
                CachedRevision revision = (CachedRevision) arguments[0];
                cache.insert(revision.withLifecycle(Lifecycle.PUBLISHED, revision.revision())
                        .withMetadata(Metadata.none(revision.metadata().createdAt())));
                return true;
            }
            return false;
        });
    }

    /** A cache that puts what it takes out into the rescue set without files. */
    static PackageCache rescuingEmptied(PackageCache cache) {
        return intercepting(cache, (method, arguments) -> {
            if (method.equals("rescue")) {
                setAsideEmptied(cache, (CachedRevision) arguments[0], arguments);
            } else if (method.equals("rescueAll")) {
                ((List<?>) arguments[0]).forEach(each -> setAsideEmptied(cache, (CachedRevision) each, arguments));
            } else {
                return false;
            }
            return true;
        });
    }

    private static void setAsideEmptied(PackageCache cache, CachedRevision revision, Object[] rescue) {
        cache.setAside(revision.withContent(PackageContent.empty()), (String) rescue[1], (String) rescue[2]);
        cache.delete(revision.name());
    }

    /** A cache that deletes rows of other namespaces whenever it is read. */
    static PackageCache deletingNeighbours(PackageCache cache) {
        return intercepting(cache, (method, arguments) -> {
            if (method.equals("rows")) {
                String ours = (String) arguments[0];
                cache.repositories().stream()
                        .map(CachedRepository::namespace)
                        .filter(namespace -> !namespace.equals(ours))
                        .distinct()
                        .flatMap(namespace -> cache.revisions(namespace).stream())
                        .forEach(row -> cache.delete(row.name()));
            }
            return false;
        });
    }

    /** A cache of which the revisions are read once and never again. */
    static PackageCache readOnce(PackageCache cache) {
        Map<String, CachedRows> read = new ConcurrentHashMap<>();
        return (PackageCache) Proxy.newProxyInstance(
                PackageCache.class.getClassLoader(),
                new Class<?>[] {PackageCache.class},
                (proxy, method, arguments) -> switch (method.getName() + " " + method.getParameterCount()) {
                    case "rows 1" -> read.computeIfAbsent((String) arguments[0], cache::rows);
                    case "revisions 1" ->
                        read.computeIfAbsent((String) arguments[0], cache::rows).revisions();
                    default -> invoke(cache, method, arguments);
                });
    }

    private static PackageCache intercepting(PackageCache cache, Interception interception) {
        return (PackageCache) Proxy.newProxyInstance(
                PackageCache.class.getClassLoader(),
                new Class<?>[] {PackageCache.class},
                (proxy, method, arguments) ->
                        interception.instead(method.getName(), arguments) ? null : invoke(cache, method, arguments));
    }

    private static Object invoke(PackageCache cache, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(cache, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Looks at a call before it is made and may change its arguments; says whether it did something else instead. */
    private interface Interception {
        boolean instead(String method, Object[] arguments);
    }
}
