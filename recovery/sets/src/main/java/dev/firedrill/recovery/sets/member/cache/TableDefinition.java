package dev.firedrill.recovery.sets.member.cache;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table whose rows are in the set.
 *
 * @param schema its schema
 * @param name its name
 * @param columns those that hold data, in order; generated ones are computed again
 */
public record TableDefinition(String schema, String name, List<String> columns) {
    String qualified() {
        return quoted(schema) + "." + quoted(name);
    }

    private String columnList() {
        return columns.stream().map(TableDefinition::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    String copyOut() {
        return "COPY " + qualified() + " " + columnList() + " TO STDOUT";
    }

    String copyIn() {
        return "COPY " + qualified() + " " + columnList() + " FROM STDIN";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
