package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What Kubernetes allows in an object's metadata. */
final class MetadataRules {
    /** Computed when a revision is read; not for users to set. */
    static final String LATEST = "kpt.dev/latest-revision";

    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;
    private static final int LARGEST_ANNOTATIONS = 256 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    private MetadataRules() {}

    static Metadata checked(Metadata metadata) {
        metadata.labels().forEach((key, value) -> {
            requireKey("label", key);
            if (!value.isEmpty() && !isName(value)) {
                throw Refused.invalid("the value " + Names.quoted(value) + " of label " + Names.quoted(key)
                        + " is not at most 63 letters, digits, '-', '_' or '.'");
            }
        });
        int size = 0;
        for (Map.Entry<String, String> annotation : metadata.annotations().entrySet()) {
            requireKey("annotation", annotation.getKey());
            size += annotation.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (size > LARGEST_ANNOTATIONS) {
            throw Refused.invalid("metadata.annotations are larger than 256 KiB");
        }
        metadata.finalizers().forEach(finalizer -> requireKey("finalizer", finalizer));
        metadata.owners().forEach(MetadataRules::requireOwner);
        requireOneController(metadata.owners());
        return metadata;
    }

    /** {@code labels} without the computed one, which clients send back as they read it. */
    static Map<String, String> withoutComputed(Map<String, String> labels, boolean latest) {
        Map<String, String> kept = new TreeMap<>(labels);
        String computed = kept.remove(LATEST);
        if (computed != null && !(latest && computed.equals("true"))) {
            throw Refused.invalid("the label " + LATEST + " is computed and cannot be set");
        }
        return kept;
    }

    private static void requireOwner(OwnerReference owner) {
        if (owner.apiVersion().isEmpty()
                || owner.kind().isEmpty()
                || owner.name().isEmpty()
                || owner.uid().isEmpty()) {
            throw Refused.invalid("each of metadata.ownerReferences needs apiVersion, kind, name and uid");
        }
    }

    /**
     * Kubernetes allows one controller. A PackageVariant that adopts from one that is gone leaves the old reference, as
     * Porch does, so that only references of users count here: those that differ in kind from the controllers' own.
     */
    private static void requireOneController(List<OwnerReference> owners) {
        long controllers = owners.stream()
                .filter(OwnerReference::controller)
                .filter(owner -> !owner.kind().equals("PackageVariant"))
                .count();
        if (controllers > 1) {
            throw Refused.invalid("only one of metadata.ownerReferences may be the controller");
        }
    }

    private static void requireKey(String what, String key) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        boolean wellPrefixed = slash < 0
                || (prefix.length() <= LONGEST_PREFIX && PREFIX.matcher(prefix).matches());
        if (!wellPrefixed || !isName(key.substring(slash + 1))) {
            throw Refused.invalid("the " + what + " " + Names.quoted(key)
                    + " is not a qualified name such as 'example.org/name' or 'name'");
        }
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }
}
