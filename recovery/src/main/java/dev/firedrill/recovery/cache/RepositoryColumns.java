package dev.firedrill.recovery.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The {@code meta} column of a repository's row, which also remembers that a removal waits, as an annotation. */
final class RepositoryColumns {
    private static final String AWAITS = "recovery.firedrill.dev/removal-awaits-confirmation";
    private static final String ANNOTATIONS = "annotations";

    private RepositoryColumns() {}

    static String meta(String declared, boolean removalAwaits) {
        ObjectNode object = Json.objectIn(declared).orElseGet(Json::object);
        ObjectNode meta = object.get("metadata") instanceof ObjectNode node ? node : Json.object();
        return marked(meta, removalAwaits);
    }

    static boolean awaitsRemoval(String meta) {
        return Json.objectIn(meta)
                .map(node -> node.path(ANNOTATIONS).has(AWAITS))
                .orElse(false);
    }

    static int mark(Connection connection, String namespace, String repository, boolean awaits) throws SQLException {
        String meta;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT meta FROM repositories WHERE k8s_name_space = ? AND k8s_name = ? FOR UPDATE")) {
            RevisionWriter.bind(statement, namespace, repository);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return 0;
                }
                meta = RevisionReader.text(result, "meta");
            }
        }
        return RevisionWriter.execute(
                connection,
                "UPDATE repositories SET meta = ? WHERE k8s_name_space = ? AND k8s_name = ?",
                marked(Json.objectIn(meta).orElseGet(Json::object), awaits),
                namespace,
                repository);
    }

    private static String marked(ObjectNode meta, boolean awaits) {
        if (awaits) {
            ObjectNode annotations =
                    meta.get(ANNOTATIONS) instanceof ObjectNode node ? node : meta.putObject(ANNOTATIONS);
            annotations.put(AWAITS, "true");
        } else if (meta.get(ANNOTATIONS) instanceof ObjectNode annotations) {
            annotations.remove(AWAITS);
            if (annotations.isEmpty()) {
                meta.remove(ANNOTATIONS);
            }
        }
        return Json.write(meta);
    }
}
