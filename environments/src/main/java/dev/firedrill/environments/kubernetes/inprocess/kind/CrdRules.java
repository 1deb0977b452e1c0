package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import dev.firedrill.environments.kubernetes.inprocess.schema.StructuralRules;
import dev.firedrill.environments.kubernetes.inprocess.schema.ValidationRules;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Definitions of custom kinds: named as what they define, structural, and established as soon as they are written. */
public final class CrdRules implements KindRules {
    /** Holds a definition until its objects are gone. */
    public static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private static final List<String> FIXED =
            List.of("/spec/group", "/spec/names/plural", "/spec/names/kind", "/spec/scope");

    @Override
    public void complete(ObjectNode fresh) {
        ObjectNode spec = fresh.withObject("/spec");
        ObjectNode names = spec.withObject("/names");
        String kind = names.path("kind").asText("");
        if (names.path("singular").asText("").isEmpty()) {
            names.put("singular", kind.toLowerCase(Locale.ROOT));
        }
        if (names.path("listKind").asText("").isEmpty()) {
            names.put("listKind", kind + "List");
        }
        if (!spec.path("conversion").has("strategy")) {
            spec.withObject("/conversion").put("strategy", "None");
        }
    }

    @Override
    public void prepare(ObjectNode fresh, Optional<ObjectNode> old) {
        ObjectNode spec = fresh.withObject("/spec");
        ObjectNode names = spec.withObject("/names");
        ObjectNode status = fresh.putObject("status");
        old.ifPresent(before -> status.setAll((ObjectNode) before.path("status").deepCopy()));
        status.set("acceptedNames", names.deepCopy());
        if (!status.has("conditions")) {
            setCondition(fresh, "NamesAccepted", "NoConflicts", "no conflicts found");
            setCondition(fresh, "Established", "InitialNamesAccepted", "the initial names have been accepted");
        }
        remember(status.withArray("storedVersions"), CustomKinds.storedVersion(spec));
    }

    @Override
    public List<FieldError> check(ObjectNode fresh, Optional<ObjectNode> old) {
        List<FieldError> errors = new ArrayList<>();
        JsonNode spec = fresh.path("spec");
        JsonNode names = spec.path("names");
        String expected =
                names.path("plural").asText() + "." + spec.path("group").asText();
        String name = Metadata.text(fresh, "name");
        if (!name.equals(expected)) {
            errors.add(FieldError.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
        }
        needed(spec, "spec", "group", errors);
        needed(spec, "spec", "scope", errors);
        needed(names, "spec.names", "plural", errors);
        needed(names, "spec.names", "kind", errors);
        if (!spec.path("group").asText("").isEmpty()) {
            errors.addAll(Names.checkSubdomain("spec.group", spec.path("group").asText()));
        }
        if (!names.path("plural").asText("").isEmpty()) {
            errors.addAll(
                    Names.checkLabel("spec.names.plural", names.path("plural").asText()));
        }
        List<String> scopes = List.of("Cluster", "Namespaced");
        if (spec.has("scope") && !scopes.contains(spec.path("scope").asText())) {
            errors.add(FieldError.notSupported("spec.scope", spec.path("scope"), scopes));
        }
        checkVersions(spec.path("versions"), errors);
        old.ifPresent(before -> checkFixed(fresh, before, errors));
        return errors;
    }

    /** Whether objects of the kind can be written. */
    public static boolean isEstablished(ObjectNode definition) {
        for (JsonNode condition : definition.path("status").path("conditions")) {
            if ("Established".equals(condition.path("type").asText())) {
                return "True".equals(condition.path("status").asText());
            }
        }
        return false;
    }

    /** Adds a condition that holds from now on. */
    public static void setCondition(ObjectNode definition, String type, String reason, String message) {
        ArrayNode conditions = definition.withObject("/status").withArray("conditions");
        conditions
                .addObject()
                .put("type", type)
                .put("status", "True")
                .put(
                        "lastTransitionTime",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("reason", reason)
                .put("message", message);
    }

    private static void checkVersions(JsonNode versions, List<FieldError> errors) {
        int stored = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            JsonNode version = versions.get(i);
            String field = "spec.versions[" + i + "]";
            needed(version, field, "name", errors);
            if (!version.path("name").asText("").isEmpty()) {
                errors.addAll(
                        Names.checkLabel(field + ".name", version.path("name").asText()));
            }
            if (!seen.add(version.path("name").asText())) {
                errors.add(FieldError.duplicate(field + ".name", version.path("name")));
            }
            stored += version.path("storage").asBoolean() ? 1 : 0;
            checkSchema(version.path("schema").path("openAPIV3Schema"), field + ".schema.openAPIV3Schema", errors);
        }
        if (stored != 1) {
            errors.add(FieldError.invalid(
                    "spec.versions", versions, "must have exactly one version marked as storage version"));
        }
    }

    private static void checkSchema(JsonNode source, String field, List<FieldError> errors) {
        if (!source.isObject()) {
            errors.add(FieldError.required(field, "schemas are required"));
            return;
        }
        List<FieldError> wrong = StructuralRules.check(source, field);
        errors.addAll(wrong.isEmpty() ? ValidationRules.check(Schema.parse(source), field) : wrong);
    }

    private static void checkFixed(ObjectNode fresh, ObjectNode old, List<FieldError> errors) {
        for (String path : FIXED) {
            if (!fresh.at(path).equals(old.at(path))) {
                errors.add(
                        FieldError.invalid(path.substring(1).replace('/', '.'), fresh.at(path), "field is immutable"));
            }
        }
        Set<String> offered = new HashSet<>();
        fresh.at("/spec/versions").forEach(each -> offered.add(each.path("name").asText()));
        // Of a status that is written, too: what was wrong before must not stay in the way of putting it right.
        fresh.at("/status/storedVersions").forEach(kept -> {
            if (!offered.contains(kept.asText())) {
                errors.add(FieldError.invalid("status.storedVersions", kept, "must appear in spec.versions"));
            }
        });
    }

    private static void needed(JsonNode parent, String path, String name, List<FieldError> errors) {
        if (parent.path(name).asText("").isEmpty()) {
            errors.add(FieldError.required(path + "." + name));
        }
    }

    private static void remember(ArrayNode versions, String version) {
        for (JsonNode each : versions) {
            if (each.asText().equals(version)) {
                return;
            }
        }
        versions.add(version);
    }
}
