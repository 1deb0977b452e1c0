package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What tells one element of a list from another, where the schema says that there is such a thing. */
public final class ListKeys {
    private ListKeys() {}

    /** The key fields of an element of a map-like list, with defaults filled in, or the element itself in a set. */
    public static JsonNode identity(JsonNode element, Schema list) {
        if (!"map".equals(list.listType())) {
            return element;
        }
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        for (String name : list.listMapKeys()) {
            Optional<JsonNode> value = Optional.of(element.path(name))
                    .filter(present -> !present.isMissingNode())
                    .or(() -> list.items()
                            .flatMap(items -> items.property(name))
                            .map(property -> property.keyword("default"))
                            .filter(preset -> !preset.isMissingNode()));
            value.ifPresent(present -> key.set(name, present));
        }
        return key;
    }
}
