package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A set of fields of an object. */
final class FieldSet {
    static final FieldSet NONE = new FieldSet(Set.of());

    private static final String ITSELF = ".";

    private final Set<FieldPath> paths;

    FieldSet(Collection<FieldPath> paths) {
        this.paths = new LinkedHashSet<>(paths);
    }

    /** Reads the {@code fieldsV1} of a managed fields entry. */
    static FieldSet parse(JsonNode fieldsV1) {
        Set<FieldPath> paths = new LinkedHashSet<>();
        fieldsV1.properties().forEach(each -> read(FieldPath.ROOT.then(each.getKey()), each.getValue(), paths));
        return new FieldSet(paths);
    }

    boolean has(FieldPath path) {
        return paths.contains(path);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    Stream<FieldPath> stream() {
        return paths.stream();
    }

    FieldSet and(FieldSet other) {
        return new FieldSet(paths.stream().filter(other::has).toList());
    }

    FieldSet or(FieldSet other) {
        FieldSet both = new FieldSet(paths);
        both.paths.addAll(other.paths);
        return both;
    }

    FieldSet without(FieldSet other) {
        return new FieldSet(paths.stream().filter(path -> !other.has(path)).toList());
    }

    /** Those fields under which this set has no others. */
    FieldSet leaves() {
        Set<FieldPath> parents = new HashSet<>();
        for (FieldPath path : paths) {
            path.ancestors().forEach(parents::add);
        }
        return new FieldSet(
                paths.stream().filter(path -> !parents.contains(path)).toList());
    }

    /** Those fields that lie under one of {@code containers}. */
    FieldSet within(FieldSet containers) {
        return new FieldSet(paths.stream()
                .filter(path -> path.ancestors().anyMatch(containers::has))
                .toList());
    }

    /** As it is written into a managed fields entry. */
    ObjectNode toFieldsV1() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (FieldPath path : paths) {
            ObjectNode node = root;
            for (String element : path.elements()) {
                node = node.path(element) instanceof ObjectNode known ? known : node.putObject(element);
            }
            node.putObject(ITSELF);
        }
        root.forEach(FieldSet::shorten);
        return root;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set && set.paths.equals(paths);
    }

    @Override
    public int hashCode() {
        return paths.hashCode();
    }

    @Override
    public String toString() {
        return paths.stream().map(FieldPath::shown).toList().toString();
    }

    /** A field without fields of its own stands for itself without saying so. */
    private static void shorten(JsonNode node) {
        if (node.size() == 1 && node.has(ITSELF)) {
            ((ObjectNode) node).removeAll();
        } else {
            node.forEach(FieldSet::shorten);
        }
    }

    private static void read(FieldPath path, JsonNode node, Set<FieldPath> paths) {
        if (node.isEmpty() || node.has(ITSELF)) {
            paths.add(path);
        }
        node.properties().forEach(each -> {
            if (!each.getKey().equals(ITSELF)) {
                read(path.then(each.getKey()), each.getValue(), paths);
            }
        });
    }
}
