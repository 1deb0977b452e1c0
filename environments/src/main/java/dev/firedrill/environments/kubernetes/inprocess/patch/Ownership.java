package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who owns which fields of an object: what {@code metadata.managedFields} says, to be changed at will. */
final class Ownership {
    private final Map<FieldManager, Claim> claims = new LinkedHashMap<>();

    /** Reads the managed fields of an object. */
    static Ownership of(JsonNode object) {
        Ownership ownership = new Ownership();
        object.path("metadata").path("managedFields").forEach(entry -> {
            if (entry.path("fieldsV1").isObject()) {
                ownership.claims.put(
                        FieldManager.parse(entry),
                        new Claim(
                                FieldSet.parse(entry.path("fieldsV1")),
                                entry.path("apiVersion").asText(),
                                entry.path("time").asText("")));
            }
        });
        return ownership;
    }

    boolean isEmpty() {
        return claims.isEmpty();
    }

    FieldSet of(FieldManager manager) {
        return Optional.ofNullable(claims.get(manager)).map(Claim::fields).orElse(FieldSet.NONE);
    }

    /** All but {@code manager}. */
    Map<FieldManager, FieldSet> others(FieldManager manager) {
        Map<FieldManager, FieldSet> others = new LinkedHashMap<>();
        claims.forEach((each, claim) -> {
            if (!each.equals(manager)) {
                others.put(each, claim.fields());
            }
        });
        return others;
    }

    FieldSet ofAll() {
        return claims.values().stream().map(Claim::fields).reduce(FieldSet.NONE, FieldSet::or);
    }

    /** Lets {@code manager} own {@code fields} and nothing else, since {@code time}. */
    void give(FieldManager manager, FieldSet fields, String apiVersion, String time) {
        if (fields.isEmpty()) {
            claims.remove(manager);
        } else {
            claims.put(manager, new Claim(fields, apiVersion, time));
        }
    }

    /** Takes {@code fields} from everyone but {@code manager}. */
    void takeFromOthers(FieldManager manager, FieldSet fields) {
        claims.replaceAll((each, claim) -> each.equals(manager) ? claim : claim.without(fields));
        claims.values().removeIf(claim -> claim.fields().isEmpty());
    }

    /** How a conflict with this manager is told. */
    String shown(FieldManager manager) {
        Claim claim = claims.get(manager);
        String name = '"' + manager.name() + '"';
        if (!manager.subresource().isEmpty()) {
            name += " with subresource \"" + manager.subresource() + '"';
        }
        return manager.applies() ? name : name + " using " + claim.apiVersion();
    }

    /**
     * Lets who owns a container and nothing in it own all that is in it: so a server reads it, since it looks as if the
     * container had been owned as a whole once.
     */
    void refine(JsonNode live, Schema schema) {
        FieldSet all = FieldSets.of(live, schema);
        claims.replaceAll((manager, claim) -> claim.or(all.within(claim.fields().leaves())));
    }

    /** Whether the same managers own the same fields, whenever they got them. */
    boolean sameAs(Ownership other) {
        return withoutTimes().equals(other.withoutTimes());
    }

    /** Writes this into an object. */
    void writeTo(ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        if (claims.isEmpty()) {
            metadata.remove("managedFields");
            return;
        }
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        claims.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<FieldManager, Claim> each) ->
                                each.getKey().operation())
                        .thenComparing(each -> each.getValue().time())
                        .thenComparing(each -> each.getKey().name()))
                .forEach(each -> entries.add(entry(each.getKey(), each.getValue())));
        metadata.set("managedFields", entries);
    }

    private Map<FieldManager, FieldSet> withoutTimes() {
        Map<FieldManager, FieldSet> fields = new LinkedHashMap<>();
        claims.forEach((manager, claim) -> fields.put(manager, claim.fields()));
        return fields;
    }

    private static ObjectNode entry(FieldManager manager, Claim claim) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("manager", manager.name()).put("operation", manager.operation());
        entry.put("apiVersion", claim.apiVersion());
        if (!claim.time().isEmpty()) {
            entry.put("time", claim.time());
        }
        entry.put("fieldsType", "FieldsV1").set("fieldsV1", claim.fields().toFieldsV1());
        if (!manager.subresource().isEmpty()) {
            entry.put("subresource", manager.subresource());
        }
        return entry;
    }

    private record Claim(FieldSet fields, String apiVersion, String time) {
        Claim or(FieldSet gained) {
            return new Claim(fields.or(gained), apiVersion, time);
        }

        Claim without(FieldSet lost) {
            return new Claim(fields.without(lost), apiVersion, time);
        }
    }
}
