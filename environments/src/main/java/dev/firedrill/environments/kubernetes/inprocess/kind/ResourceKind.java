package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectKey;
import dev.firedrill.environments.kubernetes.inprocess.store.Scope;
import java.util.List;

/**
 * A kind in one of the versions that it is served in.
 *
 * @param group the API group, empty for the core group
 * @param version the version of this view
 * @param storedVersion the version that objects are kept in
 * @param names what it is called
 * @param namespaced whether its objects live in namespaces
 * @param subresources what else can be written of an object, such as {@code status}
 * @param custom whether users have defined it
 * @param countsGenerations whether {@code metadata.generation} counts the changes of what is asked for
 * @param schema what its objects look like, metadata included
 * @param rules what else is asked of its objects
 */
public record ResourceKind(
        String group,
        String version,
        String storedVersion,
        ResourceNames names,
        boolean namespaced,
        List<String> subresources,
        boolean custom,
        boolean countsGenerations,
        Schema schema,
        KindRules rules) {

    /** The name of the status subresource. */
    public static final String STATUS = "status";

    /** The plural with its group: what the store calls it. */
    public String resource() {
        return group.isEmpty() ? names.plural() : names.plural() + "." + group;
    }

    /** What objects of this view say as {@code apiVersion}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** What objects say as {@code apiVersion} in the store. */
    public String storedApiVersion() {
        return group.isEmpty() ? storedVersion : group + "/" + storedVersion;
    }

    /** Whether it belongs to the core group. */
    public boolean isCore() {
        return group.isEmpty();
    }

    /** Whether the status has a path of its own and is left alone by the main one. */
    public boolean hasStatus() {
        return subresources.contains(STATUS);
    }

    /** Whether an update must say which version it changes. */
    public boolean demandsVersion() {
        return custom || countsGenerations;
    }

    /** An object of this kind, to speak of. */
    public ErrorSubject subject(String name) {
        return new ErrorSubject(group, names.plural(), names.kind(), name);
    }

    /** Where an object of this kind lies. */
    public ObjectKey key(String namespace, String name) {
        return new ObjectKey(resource(), namespaced ? namespace : "", name);
    }

    /** Where the objects of this kind lie. */
    public Scope scope(String namespace) {
        return new Scope(resource(), namespace);
    }

    /** A stored object as this view shows it, with its kind on it: the same body where nothing differs. */
    public ObjectNode view(ObjectNode stored) {
        if (apiVersion().equals(stored.path("apiVersion").asText())) {
            return stored;
        }
        // Conversion is by name only, so that all but the version can be shared with the store.
        ObjectNode shown = stored.objectNode();
        shown.setAll(stored);
        return shown.put("apiVersion", apiVersion());
    }
}
