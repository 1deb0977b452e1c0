package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The metadata that every object has: reading it, and the rules that hold for all of it. */
public final class Metadata {
    private static final int MOST_ANNOTATIONS = 256 * 1024;
    private static final Set<String> KNOWN_FINALIZERS = Set.of("foregroundDeletion", "orphan", "kubernetes");

    private Metadata() {}

    /** The metadata of an object, added when it has none. */
    public static ObjectNode of(ObjectNode object) {
        return object.withObject("/metadata");
    }

    /** A text of the metadata, empty when it is not there. */
    public static String text(ObjectNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }

    /** Whether the object is on its way out and only waits for its finalizers. */
    public static boolean isDeleting(ObjectNode object) {
        return object.path("metadata").hasNonNull("deletionTimestamp");
    }

    /** Who still has to do something before the object may go. */
    public static Set<String> finalizers(ObjectNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.path("metadata").path("finalizers").forEach(each -> names.add(each.asText()));
        return names;
    }

    /** Puts {@code finalizers} in the place of the object's. */
    public static void setFinalizers(ObjectNode object, Set<String> finalizers) {
        if (finalizers.isEmpty()) {
            of(object).remove("finalizers");
        } else {
            ArrayNode list = of(object).putArray("finalizers");
            finalizers.forEach(list::add);
        }
    }

    /**
     * What is wrong with an object's metadata, its name apart.
     *
     * @param core whether the object is of the core group, which is stricter with the names of finalizers
     */
    public static List<FieldError> check(ObjectNode object, Optional<ObjectNode> old, boolean core) {
        List<FieldError> errors = new ArrayList<>();
        JsonNode metadata = object.path("metadata");
        metadata.path("labels").properties().forEach(each -> {
            errors.addAll(Names.checkQualified("metadata.labels", each.getKey()));
            errors.addAll(
                    Names.checkLabelValue("metadata.labels", each.getValue().asText()));
        });
        checkAnnotations(metadata.path("annotations"), errors);
        checkOwners(metadata.path("ownerReferences"), errors);
        checkFinalizers(object, old, core, errors);
        return errors;
    }

    private static void checkAnnotations(JsonNode annotations, List<FieldError> errors) {
        long size = 0;
        for (var each : annotations.properties()) {
            errors.addAll(
                    Names.checkQualified("metadata.annotations", each.getKey().toLowerCase(Locale.ROOT)));
            size += each.getKey().length() + each.getValue().asText().length();
        }
        if (size > MOST_ANNOTATIONS) {
            errors.add(FieldError.tooLong("metadata.annotations", "must have at most " + MOST_ANNOTATIONS + " bytes"));
        }
    }

    private static void checkOwners(JsonNode owners, List<FieldError> errors) {
        int controllers = 0;
        for (int i = 0; i < owners.size(); i++) {
            JsonNode owner = owners.get(i);
            String field = "metadata.ownerReferences";
            for (String needed : List.of("apiVersion", "kind", "name", "uid")) {
                if (owner.path(needed).asText("").isEmpty()) {
                    errors.add(FieldError.invalid(
                            field + "." + needed,
                            "",
                            "apiVersion".equals(needed) ? "version must not be empty" : needed + " must not be empty"));
                }
            }
            controllers += owner.path("controller").asBoolean() ? 1 : 0;
        }
        if (controllers > 1) {
            errors.add(FieldError.invalid(
                    "metadata.ownerReferences",
                    owners,
                    "Only one reference can have Controller set to true. Found \"true\" in references for "
                            + controllers + " owners"));
        }
    }

    private static void checkFinalizers(
            ObjectNode object, Optional<ObjectNode> old, boolean core, List<FieldError> errors) {
        Set<String> names = finalizers(object);
        int at = 0;
        for (String name : names) {
            errors.addAll(Names.checkQualified("metadata.finalizers", name));
            String field = "metadata.finalizers[" + at++ + "]";
            if (core && !name.contains("/") && !KNOWN_FINALIZERS.contains(name)) {
                errors.add(FieldError.invalid(
                        field, name, "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
        if (old.isPresent() && isDeleting(old.get())) {
            names.removeAll(finalizers(old.get()));
            if (!names.isEmpty()) {
                errors.add(FieldError.forbidden(
                        "metadata.finalizers",
                        "no new finalizers can be added if the object is being deleted, found new finalizers "
                                + "[]string{\"" + String.join("\", \"", names) + "\"}"));
            }
        }
    }
}
