package dev.firedrill.recovery.cache.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What tells whether a package revision was written since it was read, without reading it. PostgreSQL keeps with every
 * version of a row the transaction that wrote it (xmin) and its place (ctid), with any writer, whatever the change
 * with the columns. Transactions are counted on for as long as a server lives; one that was put back counts some numbers a
 * second time, and no server is put back without being started, so that its start belongs to the stamp.
 *
 * @param name of the row of {@code package_revisions}
 * @param row of that row and its package's
 * @param content of all its rows of {@code resources}
 */
public record Stamp(String name, String row, String content) {
    private static final String STAMPS = """
            SELECT v.k8s_name, files.content,
                   md5(concat_ws(' ', pg_postmaster_start_time(), v.xmin, v.ctid, p.xmin, p.ctid)) AS "row"
            FROM package_revisions v
            JOIN packages p ON p.k8s_name_space = v.k8s_name_space AND p.k8s_name = v.package_k8s_name
            CROSS JOIN LATERAL (
                SELECT md5(concat(pg_postmaster_start_time(),
                    string_agg(concat_ws(' ', r.xmin, r.ctid), ',' ORDER BY r.ctid))) AS content
                FROM resources r WHERE r.k8s_name_space = v.k8s_name_space AND r.k8s_name = v.k8s_name) files
            WHERE v.k8s_name_space = ?""";

    private static final String ORDER = " ORDER BY v.k8s_name COLLATE \"C\"";

    static List<Stamp> ofNamespace(Connection connection, String namespace) throws SQLException {
        return read(connection, STAMPS + ORDER, namespace);
    }

    static List<Stamp> ofRepository(Connection connection, String namespace, String repository) throws SQLException {
        return read(connection, STAMPS + " AND p.repo_k8s_name = ?" + ORDER, namespace, repository);
    }

    static List<Stamp> of(Connection connection, String namespace, String objectName) throws SQLException {
        return read(connection, STAMPS + " AND v.k8s_name = ?", namespace, objectName);
    }

    private static List<Stamp> read(Connection connection, String sql, String... parameters) throws SQLException {
        List<Stamp> stamps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    stamps.add(new Stamp(
                            result.getString("k8s_name"), result.getString("row"), result.getString("content")));
                }
            }
        }
        return stamps;
    }
}
