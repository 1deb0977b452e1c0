package dev.firedrill.recovery.cache;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;

/** Reads package revisions with their resources. One row that cannot be read does not hide the others. */
final class RevisionReader {
    private static final String ROWS = """
            SELECT p.k8s_name_space, p.repo_k8s_name, p.package_path, p.k8s_name AS package_row, v.k8s_name, v.revision,
                   v.lifecycle, v.latest, v.meta, v.spec, v.tasks, v.ext_pr_id, v.updated, v.updatedby,
                   content.names, content.texts
            FROM package_revisions v
            JOIN packages p ON p.k8s_name_space = v.k8s_name_space AND p.k8s_name = v.package_k8s_name
            CROSS JOIN LATERAL (
                SELECT array_agg(r.resource_key) AS names, array_agg(r.resource_value) AS texts FROM resources r
                WHERE r.k8s_name_space = v.k8s_name_space AND r.k8s_name = v.k8s_name) content
            WHERE v.k8s_name_space = ?""";
    /** What a time of the Kubernetes API can say. */
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String ORDER = " ORDER BY v.k8s_name COLLATE \"C\"";

    private RevisionReader() {}

    static CachedRows ofNamespace(Connection connection, String namespace) throws SQLException {
        return read(connection, ROWS + ORDER, namespace);
    }

    static CachedRows ofRepository(Connection connection, String namespace, String repository) throws SQLException {
        return read(connection, ROWS + " AND p.repo_k8s_name = ?" + ORDER, namespace, repository);
    }

    static Optional<CachedRevision> one(Connection connection, String namespace, String objectName)
            throws SQLException {
        CachedRows found = read(connection, ROWS + " AND v.k8s_name = ?", namespace, objectName);
        if (!found.unreadable().isEmpty()) {
            throw new CacheRefused(found.unreadable().get(0).sentence());
        }
        return found.revisions().stream().findFirst();
    }

    private static CachedRows read(Connection connection, String rows, String... parameters) throws SQLException {
        List<CachedRevision> revisions = new ArrayList<>();
        List<UnreadableRow> unreadable = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(rows)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    try {
                        revisions.add(row(result));
                    } catch (IllegalArgumentException e) {
                        unreadable.add(unreadable(result, e));
                    }
                }
            }
        }
        return new CachedRows(revisions, unreadable);
    }

    private static UnreadableRow unreadable(ResultSet result, IllegalArgumentException why) throws SQLException {
        return new UnreadableRow(
                result.getString("k8s_name_space"),
                result.getString("repo_k8s_name"),
                result.getString("package_row"),
                result.getString("k8s_name"),
                String.valueOf(why.getMessage()));
    }

    private static void bind(PreparedStatement statement, String... parameters) throws SQLException {
        statement.setFetchSize(0);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
    }

    private static CachedRevision row(ResultSet result) throws SQLException {
        Instant updated = time(result, "updated");
        if (updated.isBefore(EARLIEST) || updated.isAfter(LATEST)) {
            throw new IllegalArgumentException("column updated is outside of the years 1 to 9999");
        }
        return new CachedRevision(
                name(result),
                result.getInt("revision"),
                Lifecycle.of(result.getString("lifecycle")),
                result.getBoolean("latest"),
                ColumnJson.metadata(json(result, "meta", "{"), updated),
                content(result),
                ColumnJson.originTask(json(result, "tasks", "[")),
                json(result, "spec", "{"),
                ColumnJson.lock(json(result, "ext_pr_id", "{")),
                updated,
                text(result, "updatedby"));
    }

    /** The text of a column of JSON, which is nothing, null, or begins as it has to. */
    private static String json(ResultSet result, String column, String opening) throws SQLException {
        String text = text(result, column);
        if (text.isBlank() || text.strip().equals("null")) {
            return "";
        }
        try {
            Json.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column " + column + " is " + e.getMessage(), e);
        }
        if (!text.strip().startsWith(opening)) {
            throw new IllegalArgumentException(
                    "column " + column + " is JSON of another kind: it should begin with '" + opening + "'");
        }
        return text;
    }

    private static PackageContent content(ResultSet result) throws SQLException {
        SortedMap<String, String> files = new TreeMap<>();
        Array names = result.getArray("names");
        // Without a row there is nothing to aggregate, and then there is no array either.
        if (names != null) {
            String[] paths = (String[]) names.getArray();
            String[] texts = (String[]) result.getArray("texts").getArray();
            for (int i = 0; i < paths.length; i++) {
                files.put(paths[i], texts[i]);
            }
        }
        return new PackageContent(files);
    }

    private static RevisionName name(ResultSet result) throws SQLException {
        String repository = result.getString("repo_k8s_name");
        String parent = text(result, "package_path");
        String packageRow = result.getString("package_row");
        String prefix = repository + "." + (parent.isEmpty() ? "" : parent.replace('/', '.') + ".");
        // A foreign row need not follow the pattern; its last segment is then the best guess, as in Porch.
        String leaf = packageRow.startsWith(prefix)
                ? packageRow.substring(prefix.length())
                : packageRow.substring(packageRow.lastIndexOf('.') + 1);
        String path = parent.isEmpty() ? leaf : parent + "/" + leaf;
        String objectName = result.getString("k8s_name");
        String workspace = objectName.startsWith(packageRow + ".")
                ? objectName.substring(packageRow.length() + 1)
                : objectName.substring(objectName.lastIndexOf('.') + 1);
        return new RevisionName(new PackageName(result.getString("k8s_name_space"), repository, path), workspace);
    }

    static String text(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getString(column)).orElse("");
    }

    static Instant time(ResultSet result, String column) throws SQLException {
        Timestamp time = result.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        return time == null ? Instant.EPOCH : time.toInstant();
    }
}
