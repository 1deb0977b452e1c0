package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.workload.world.World;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The identities that a cluster gives its objects, then and now. */
public final class UidAssert {
    private final Map<String, String> then;
    private final Map<String, String> now = new TreeMap<>();

    UidAssert(World then, Observation now) {
        this.then = of(then);
        now.repositories()
                .forEach((name, repository) ->
                        this.now.put("Repository " + name, repository.state().uid()));
        now.variants()
                .forEach((name, variant) ->
                        this.now.put("PackageVariant " + name, variant.state().uid()));
    }

    /** The same objects with the same identities. */
    public void areKept() {
        claim("identities").isSame(now, then);
    }

    /** The same objects, and no identity is what it was. */
    public void areNew() {
        claim("Repositories and PackageVariants").isSame(now.keySet(), then.keySet());
        Set<String> old = new TreeSet<>(now.values());
        old.retainAll(then.values());
        claim("identities that are still in use").isSame(old, Set.of());
    }

    private static Map<String, String> of(World world) {
        Map<String, String> identities = new TreeMap<>();
        world.repositories().forEach((name, repository) -> identities.put("Repository " + name, repository.uid()));
        world.variants().forEach((name, variant) -> identities.put("PackageVariant " + name, variant.uid()));
        return identities;
    }
}
