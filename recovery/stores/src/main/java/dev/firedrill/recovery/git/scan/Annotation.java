package dev.firedrill.recovery.git.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Porch writes into commit messages: a line {@code kpt:} followed by JSON.
 *
 * @param packagePath the package's full directory
 * @param workspace the workspace that the commit belongs to
 * @param revision the number, {@code 0} on content commits
 * @param task the task as JSON, on content commits
 */
public record Annotation(String packagePath, String workspace, String revision, Optional<String> task) {
    private static final String PREFIX = "kpt:";

    public static List<Annotation> of(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(PREFIX))
                .flatMap(line -> parse(line.substring(PREFIX.length())))
                .toList();
    }

    /** Whether the commit published a revision; content commits have the number 0 and a task. */
    boolean isApproval() {
        return task.isEmpty() && !revision.isEmpty() && !revision.equals("0");
    }

    private static Stream<Annotation> parse(String json) {
        return Json.objectIn(json).stream().map(node -> {
            JsonNode task = node.path("task");
            return new Annotation(
                    node.path("package").asText(),
                    node.path("workspaceName").asText(),
                    node.path("revision").asText(),
                    task.isObject() ? Optional.of(Json.write(task)) : Optional.empty());
        });
    }

    public String message(String subject) {
        ObjectNode node = Json.object();
        node.put("package", packagePath);
        node.put("workspaceName", workspace);
        node.put("revision", revision);
        task.flatMap(Json::objectIn).ifPresent(parsed -> node.set("task", parsed));
        return subject + "\n\n" + PREFIX + Json.write(node) + "\n";
    }
}
