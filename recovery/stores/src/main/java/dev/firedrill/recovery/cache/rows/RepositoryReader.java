package dev.firedrill.recovery.cache.rows;

import dev.firedrill.recovery.cache.rows.Remembered.Key;
import dev.firedrill.recovery.cache.rows.RepositoryColumns.Mark;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRepository;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of repositories; those that did not move are not read again. */
public final class RepositoryReader {
    private static final String ROWS =
            "SELECT k8s_name_space, k8s_name, directory, default_ws_name, meta, spec FROM repositories"
                    + " WHERE (k8s_name_space, k8s_name) IN (SELECT * FROM unnest(?::text[], ?::text[]))";
    /** What {@link Stamp} says of stamps is true of these too. */
    private static final String STAMPS = """
            SELECT k8s_name_space, k8s_name, md5(concat_ws(' ', pg_postmaster_start_time(), xmin, ctid)) AS stamp
            FROM repositories ORDER BY k8s_name_space COLLATE "C", k8s_name COLLATE "C\"""";

    private RepositoryReader() {}

    public static List<CachedRepository> all(Connection connection, Remembered<CachedRepository> memory)
            throws SQLException {
        Map<Key, String> stamps = stamps(connection);
        memory.forget(key -> !stamps.containsKey(key));
        Map<Key, CachedRepository> rows = new HashMap<>();
        stamps.forEach((key, stamp) -> memory.at(key, stamp).ifPresent(row -> rows.put(key, row)));
        List<Key> moved =
                stamps.keySet().stream().filter(key -> !rows.containsKey(key)).toList();
        if (!moved.isEmpty()) {
            for (CachedRepository row : rows(connection, moved)) {
                Key key = new Key(row.namespace(), row.name());
                memory.keep(key, stamps.get(key), row);
                rows.put(key, row);
            }
        }
        return stamps.keySet().stream().map(rows::get).toList();
    }

    public static Optional<CachedRepository> one(Connection connection, String namespace, String name)
            throws SQLException {
        return rows(connection, List.of(new Key(namespace, name))).stream().findFirst();
    }

    /** In the order of the names. */
    private static Map<Key, String> stamps(Connection connection) throws SQLException {
        Map<Key, String> stamps = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(STAMPS)) {
            while (result.next()) {
                stamps.put(
                        new Key(result.getString("k8s_name_space"), result.getString("k8s_name")),
                        result.getString("stamp"));
            }
        }
        return stamps;
    }

    private static List<CachedRepository> rows(Connection connection, List<Key> keys) throws SQLException {
        List<CachedRepository> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::namespace).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::name).toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
        }
        return rows;
    }

    private static CachedRepository row(ResultSet result) throws SQLException {
        String json = RowReader.text(result, "spec");
        Set<Mark> marks = RepositoryColumns.marks(RowReader.text(result, "meta"));
        return new CachedRepository(
                result.getString("k8s_name_space"),
                result.getString("k8s_name"),
                Json.objectIn(json)
                        .map(object -> object.path("metadata").path("uid").asText())
                        .orElse(""),
                RowReader.text(result, "directory"),
                RowReader.text(result, "default_ws_name"),
                json,
                marks.contains(Mark.REMOVAL_AWAITS),
                marks.contains(Mark.DRAFTS_KNOWN));
    }
}
