package dev.firedrill.recovery.cache.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRepository;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** The {@code meta} column of a repository's row, which also remembers what the recovery knows, as annotations. */
public final class RepositoryColumns {
    private static final String ANNOTATIONS = "annotations";

    /** What a row remembers. */
    public enum Mark {
        /** A removal of published rows waits for confirmation. */
        REMOVAL_AWAITS("recovery.firedrill.dev/removal-awaits-confirmation"),
        /** Branches of drafts have been brought in. */
        DRAFTS_KNOWN("recovery.firedrill.dev/drafts-known");

        private final String annotation;

        Mark(String annotation) {
            this.annotation = annotation;
        }
    }

    private RepositoryColumns() {}

    public static String meta(String declared, Set<Mark> marks) {
        ObjectNode object = Json.objectIn(declared).orElseGet(Json::object);
        ObjectNode meta = object.get("metadata") instanceof ObjectNode node ? node : Json.object();
        for (Mark mark : Mark.values()) {
            set(meta, mark, marks.contains(mark));
        }
        return Json.write(meta);
    }

    public static Set<Mark> marks(CachedRepository row) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (row.removalAwaits()) {
            marks.add(Mark.REMOVAL_AWAITS);
        }
        if (row.draftsKnown()) {
            marks.add(Mark.DRAFTS_KNOWN);
        }
        return marks;
    }

    static Set<Mark> marks(String meta) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Json.objectIn(meta).ifPresent(node -> {
            for (Mark mark : Mark.values()) {
                if (node.path(ANNOTATIONS).has(mark.annotation)) {
                    marks.add(mark);
                }
            }
        });
        return marks;
    }

    public static int mark(Connection connection, String namespace, String repository, Mark mark, boolean holds)
            throws SQLException {
        String meta;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT meta FROM repositories WHERE k8s_name_space = ? AND k8s_name = ? FOR UPDATE")) {
            RevisionWriter.bind(statement, namespace, repository);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return 0;
                }
                meta = RowReader.text(result, "meta");
            }
        }
        ObjectNode changed = Json.objectIn(meta).orElseGet(Json::object);
        set(changed, mark, holds);
        return RevisionWriter.execute(
                connection,
                "UPDATE repositories SET meta = ? WHERE k8s_name_space = ? AND k8s_name = ?",
                Json.write(changed),
                namespace,
                repository);
    }

    private static void set(ObjectNode meta, Mark mark, boolean holds) {
        if (holds) {
            ObjectNode annotations =
                    meta.get(ANNOTATIONS) instanceof ObjectNode node ? node : meta.putObject(ANNOTATIONS);
            annotations.put(mark.annotation, "true");
        } else if (meta.get(ANNOTATIONS) instanceof ObjectNode annotations) {
            annotations.remove(mark.annotation);
            if (annotations.isEmpty()) {
                meta.remove(ANNOTATIONS);
            }
        }
    }
}
