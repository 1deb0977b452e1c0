package dev.firedrill.recovery.sets.member.controlplane;

import dev.firedrill.recovery.sets.problem.SetRefused;
import java.util.List;

/**
 * A kind of the Kubernetes API.
 *
 * @param apiVersion group and version, or the version alone for the core group
 * @param kind as objects write it
 * @param plural as paths write it
 * @param namespaced whether objects of it are in a namespace
 */
public record ObjectKind(String apiVersion, String kind, String plural, boolean namespaced) {
    private static final String GROUP = "config.porch.kpt.dev/";

    /** What Porch keeps in the control plane, owners before what they own. */
    public static final List<ObjectKind> PORCH = List.of(
            new ObjectKind(GROUP + "v1alpha1", "Repository", "repositories", true),
            new ObjectKind(GROUP + "v1alpha2", "PackageVariantSet", "packagevariantsets", true),
            new ObjectKind(GROUP + "v1alpha1", "PackageVariant", "packagevariants", true));

    static final ObjectKind SECRET = new ObjectKind("v1", "Secret", "secrets", true);

    /**
     * What a user names: {@code PLURAL.VERSION.GROUP/KIND}, such as {@code functionconfigs.v1.config.example.com/FunctionConfig}.
     *
     * @throws SetRefused when it is not of that form
     */
    public static ObjectKind parse(String text) {
        int slash = text.indexOf('/');
        String[] parts = (slash < 0 ? "" : text.substring(0, slash)).split("\\.", 3);
        if (parts.length < 2 || slash == text.length() - 1) {
            throw new SetRefused("'" + text + "' names no kind; say PLURAL.VERSION.GROUP/KIND, such as"
                    + " packagevariants.v1alpha1.config.porch.kpt.dev/PackageVariant");
        }
        String apiVersion = parts.length == 3 ? parts[2] + "/" + parts[1] : parts[1];
        return new ObjectKind(apiVersion, text.substring(slash + 1), parts[0], true);
    }

    /** The path of all objects, or of those in a namespace when {@code namespace} is not empty. */
    String path(String namespace) {
        String root = apiVersion.contains("/") ? "/apis/" : "/api/";
        return root + apiVersion + (namespace.isEmpty() || !namespaced ? "" : "/namespaces/" + namespace) + "/"
                + plural;
    }
}
