package dev.firedrill.environments.kubernetes.inprocess.kind;

import dev.firedrill.environments.kubernetes.inprocess.store.ObjectChange;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import dev.firedrill.environments.kubernetes.inprocess.store.Scope;
import dev.firedrill.environments.kubernetes.inprocess.store.StoreListener;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** All kinds that are served now: the built-in ones and those that the definitions in the store define. */
public final class Registry implements StoreListener {
    private static final Scope DEFINITIONS = BuiltInKinds.CUSTOM_RESOURCE_DEFINITIONS.scope("");

    private final ResourceStore store;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());
    private final Map<String, List<ResourceKind>> read = new ConcurrentHashMap<>();

    /** The kinds of what {@code store} defines. */
    public Registry(ResourceStore store) {
        this.store = store;
        store.follow(DEFINITIONS, this);
    }

    /** Every kind in every served version, in the order in which they were defined by name. */
    public List<ResourceKind> all() {
        Known before = known.get();
        if (before.complete()) {
            return before.kinds();
        }
        List<ResourceKind> kinds = new ArrayList<>(BuiltInKinds.ALL);
        for (StoredObject definition : store.list(DEFINITIONS).objects()) {
            kinds.addAll(kindsOf(definition));
        }
        // A change that came meanwhile has put another ignorance in place, and the next caller reads again.
        known.compareAndSet(before, new Known(true, kinds));
        return kinds;
    }

    /** The kind that a path speaks of. */
    public Optional<ResourceKind> find(String group, String version, String plural) {
        return all().stream()
                .filter(each -> each.names().plural().equals(plural)
                        && each.group().equals(group)
                        && each.version().equals(version))
                .findFirst();
    }

    @Override
    public void changed(ObjectChange change) {
        forget();
    }

    @Override
    public void cutOff() {
        // A new state brings other definitions, of which some may repeat a version of the old one's.
        read.clear();
        forget();
        store.follow(DEFINITIONS, this);
    }

    private void forget() {
        known.set(Known.nothing());
    }

    private List<ResourceKind> kindsOf(StoredObject definition) {
        String uid = Metadata.text(definition.body(), "uid");
        return read.computeIfAbsent(uid + "@" + definition.revision(), unread -> CustomKinds.of(definition.body()));
    }

    private record Known(boolean complete, List<ResourceKind> kinds) {
        static Known nothing() {
            return new Known(false, List.of());
        }
    }
}
