package dev.firedrill.environments.kubernetes.inprocess.status;

/**
 * What a refusal is about, in the words of the API.
 *
 * @param group the API group, empty for the core group
 * @param resource the plural, such as {@code configmaps}
 * @param kind the kind, such as {@code ConfigMap}
 * @param name the object's name, empty when it has none yet
 */
public record ErrorSubject(String group, String resource, String kind, String name) {
    /** The resource with its group, such as {@code widgets.example.com}. */
    public String qualifiedResource() {
        return group.isEmpty() ? resource : resource + "." + group;
    }

    /** The kind with its group, such as {@code Widget.example.com}. */
    public String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    /** The same resource with another object in view. */
    public ErrorSubject named(String other) {
        return new ErrorSubject(group, resource, kind, other);
    }
}
