package dev.firedrill.recovery.cache.rows;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.CachedRows;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.UnreadableRow;
import dev.firedrill.recovery.port.CacheRefused;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads package revisions with their resources. One row that cannot be read does not hide the others. */
public final class RowReader {
    private static final String ROWS = """
            SELECT p.k8s_name_space, p.repo_k8s_name, p.package_path, p.k8s_name AS package_row, v.k8s_name, v.revision,
                   v.lifecycle, v.latest, v.meta, v.spec, v.tasks, v.ext_pr_id, v.updated, v.updatedby
            FROM package_revisions v
            JOIN packages p ON p.k8s_name_space = v.k8s_name_space AND p.k8s_name = v.package_k8s_name
            WHERE v.k8s_name_space = ? AND v.k8s_name = ANY (?) ORDER BY v.k8s_name COLLATE "C\"""";
    private static final String FILES = """
            SELECT wanted.name AS k8s_name, content.names, content.texts FROM unnest(?::text[]) wanted (name)
            CROSS JOIN LATERAL (
                SELECT array_agg(r.resource_key) AS names, array_agg(r.resource_value) AS texts FROM resources r
                WHERE r.k8s_name_space = ? AND r.k8s_name = wanted.name) content""";
    /** How many contents are held twice while they are read: as the server sent them, and as files. */
    private static final int AT_ONCE = 50;
    /** What a time of the Kubernetes API can say. */
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private RowReader() {}

    public static CachedRows ofNamespace(Connection connection, String namespace, RowMemory memory)
            throws SQLException {
        List<Stamp> stamps = Stamp.ofNamespace(connection, namespace);
        memory.forgetAllBut(namespace, stamps);
        return read(connection, namespace, stamps, memory);
    }

    public static CachedRows ofRepository(Connection connection, String namespace, String repository, RowMemory memory)
            throws SQLException {
        return read(connection, namespace, Stamp.ofRepository(connection, namespace, repository), memory);
    }

    public static Optional<CachedRevision> one(
            Connection connection, String namespace, String objectName, RowMemory memory) throws SQLException {
        CachedRows found = read(connection, namespace, Stamp.of(connection, namespace, objectName), memory);
        if (!found.unreadable().isEmpty()) {
            throw new CacheRefused(found.unreadable().get(0).sentence());
        }
        return found.revisions().stream().findFirst();
    }

    /** The rows with these stamps, in their order; what is remembered as it is now is not read again. */
    private static CachedRows read(Connection connection, String namespace, List<Stamp> stamps, RowMemory memory)
            throws SQLException {
        Map<String, CachedRevision> known = new HashMap<>();
        stamps.forEach(
                stamp -> memory.revision(namespace, stamp).ifPresent(revision -> known.put(stamp.name(), revision)));
        List<Stamp> moved = stamps.stream()
                .filter(stamp -> !known.containsKey(stamp.name()))
                .toList();
        List<UnreadableRow> unreadable = new ArrayList<>();
        if (!moved.isEmpty()) {
            Map<String, CachedRevision> rows = rows(connection, namespace, moved, unreadable);
            List<Stamp> readable = moved.stream()
                    .filter(stamp -> rows.containsKey(stamp.name()))
                    .toList();
            Map<String, PackageContent> contents = contents(connection, namespace, readable, memory);
            for (Stamp stamp : readable) {
                CachedRevision revision = rows.get(stamp.name()).withContent(contents.get(stamp.name()));
                memory.keep(namespace, stamp, revision);
                known.put(stamp.name(), revision);
            }
        }
        List<CachedRevision> inOrder = stamps.stream()
                .flatMap(stamp -> Stream.ofNullable(known.get(stamp.name())))
                .toList();
        return new CachedRows(inOrder, unreadable);
    }

    /** Rows without their contents. */
    private static Map<String, CachedRevision> rows(
            Connection connection, String namespace, List<Stamp> wanted, List<UnreadableRow> unreadable)
            throws SQLException {
        Map<String, CachedRevision> rows = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            bind(statement, namespace, wanted);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    try {
                        rows.put(result.getString("k8s_name"), row(result));
                    } catch (IllegalArgumentException e) {
                        unreadable.add(unreadable(result, e));
                    }
                }
            }
        }
        return rows;
    }

    private static Map<String, PackageContent> contents(
            Connection connection, String namespace, List<Stamp> wanted, RowMemory memory) throws SQLException {
        Map<String, PackageContent> contents = new HashMap<>();
        List<Stamp> moved = new ArrayList<>();
        for (Stamp stamp : wanted) {
            Optional<PackageContent> known = memory.content(namespace, stamp);
            contents.put(stamp.name(), known.orElseGet(PackageContent::empty));
            if (known.isEmpty()) {
                moved.add(stamp);
            }
        }
        if (!moved.isEmpty()) {
            contents.putAll(files(connection, namespace, moved));
        }
        return contents;
    }

    private static Map<String, PackageContent> files(Connection connection, String namespace, List<Stamp> wanted)
            throws SQLException {
        Map<String, PackageContent> contents = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FILES)) {
            statement.setFetchSize(AT_ONCE);
            statement.setArray(1, names(connection, wanted));
            statement.setString(2, namespace);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    contents.put(result.getString("k8s_name"), content(result));
                }
            }
        }
        return contents;
    }

    private static void bind(PreparedStatement statement, String namespace, List<Stamp> wanted) throws SQLException {
        statement.setString(1, namespace);
        statement.setArray(2, names(statement.getConnection(), wanted));
    }

    private static Array names(Connection connection, List<Stamp> wanted) throws SQLException {
        return connection.createArrayOf("text", wanted.stream().map(Stamp::name).toArray());
    }

    private static UnreadableRow unreadable(ResultSet result, IllegalArgumentException why) throws SQLException {
        return new UnreadableRow(
                result.getString("k8s_name_space"),
                result.getString("repo_k8s_name"),
                result.getString("package_row"),
                result.getString("k8s_name"),
                String.valueOf(why.getMessage()));
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
                PackageContent.empty(),
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
        return PackageContent.shared(files);
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

    public static String text(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getString(column)).orElse("");
    }

    public static Instant time(ResultSet result, String column) throws SQLException {
        Timestamp time = result.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        return time == null ? Instant.EPOCH : time.toInstant();
    }
}
