package dev.firedrill.recovery.cache.rescue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.cache.rows.ColumnJson;
import dev.firedrill.recovery.cache.rows.RevisionWriter;
import dev.firedrill.recovery.cache.rows.RowReader;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RescuedRevision;
import dev.firedrill.recovery.model.RevisionName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The tables of the rescue sets. They lie in a schema of their own beside Porch's tables, so that a row moves between
 * them in one transaction and Porch's own tools never see them.
 */
public final class RescueTables {
    private static final String[] TABLES = {
        // Two processes that create the schema at once would otherwise fail on each other's catalogue rows.
        "SELECT pg_advisory_xact_lock(hashtextextended('firedrill_rescue', 0))",
        "CREATE SCHEMA IF NOT EXISTS firedrill_rescue",
        """
        CREATE TABLE IF NOT EXISTS firedrill_rescue.sets (
            k8s_name_space TEXT NOT NULL,
            id             TEXT NOT NULL,
            opened         TIMESTAMPTZ NOT NULL DEFAULT now(),
            finished       BOOLEAN NOT NULL DEFAULT FALSE,
            PRIMARY KEY (k8s_name_space, id))""",
        """
        CREATE TABLE IF NOT EXISTS firedrill_rescue.revisions (
            k8s_name_space TEXT NOT NULL,
            set_id         TEXT NOT NULL,
            k8s_name       TEXT NOT NULL,
            fingerprint    TEXT NOT NULL,
            repo_k8s_name  TEXT NOT NULL,
            package        TEXT NOT NULL,
            workspace      TEXT NOT NULL,
            revision       INTEGER NOT NULL,
            lifecycle      TEXT NOT NULL,
            meta           TEXT NOT NULL,
            spec           TEXT NOT NULL,
            tasks          TEXT NOT NULL,
            ext_pr_id      TEXT NOT NULL,
            resources      TEXT NOT NULL,
            updated        TIMESTAMPTZ NOT NULL,
            updatedby      TEXT NOT NULL,
            reason         TEXT NOT NULL,
            rescued        TIMESTAMPTZ NOT NULL DEFAULT now(),
            PRIMARY KEY (k8s_name_space, set_id, k8s_name, fingerprint),
            FOREIGN KEY (k8s_name_space, set_id) REFERENCES firedrill_rescue.sets ON DELETE CASCADE)"""
    };

    private RescueTables() {}

    static boolean exist(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT to_regclass('firedrill_rescue.revisions') IS NOT NULL")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Writes a revision into a set, both created when they are not there; writing it twice leaves one. */
    public static void add(Connection connection, CachedRevision revision, String set, String reason)
            throws SQLException {
        createMissing(connection);
        RevisionName name = revision.name();
        RevisionWriter.execute(
                connection,
                "INSERT INTO firedrill_rescue.sets (k8s_name_space, id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                name.namespace(),
                set);
        String meta = ColumnJson.meta(name, revision.metadata(), "");
        RevisionWriter.execute(
                connection,
                """
                INSERT INTO firedrill_rescue.revisions (k8s_name_space, set_id, k8s_name, fingerprint, repo_k8s_name,
                    package, workspace, revision, lifecycle, meta, spec, tasks, ext_pr_id, resources, updated, updatedby,
                    reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                name.namespace(),
                set,
                name.objectName(),
                fingerprint(revision),
                name.repository(),
                name.packageName().path(),
                name.workspace(),
                revision.revision(),
                revision.lifecycle().text(),
                meta,
                revision.spec(),
                ColumnJson.tasks(revision.originTask()),
                ColumnJson.lock(revision.lock()),
                Json.write(Json.of(revision.content().files())),
                RevisionWriter.time(revision.updated()),
                revision.updatedBy(),
                reason);
    }

    private static void createMissing(Connection connection) throws SQLException {
        if (!exist(connection)) {
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
        }
    }

    /** Tells apart two states of one revision that the same pass took out. */
    private static String fingerprint(CachedRevision revision) {
        return revision.content().hash() + "/" + revision.lifecycle().text() + "/" + revision.revision();
    }

    static List<RescuedRevision> read(Connection connection, String namespace, String set) throws SQLException {
        List<RescuedRevision> revisions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM firedrill_rescue.revisions WHERE k8s_name_space = ? AND set_id = ?
                ORDER BY k8s_name COLLATE "C", fingerprint""")) {
            RevisionWriter.bind(statement, namespace, set);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    revisions.add(new RescuedRevision(
                            revision(result), result.getString("reason"), RowReader.time(result, "rescued")));
                }
            }
        }
        return revisions;
    }

    private static CachedRevision revision(ResultSet result) throws SQLException {
        ObjectNode files = Json.objectIn(result.getString("resources")).orElseGet(Json::object);
        return new CachedRevision(
                name(result),
                result.getInt("revision"),
                Lifecycle.of(result.getString("lifecycle")),
                false,
                ColumnJson.metadata(result.getString("meta"), RowReader.time(result, "updated")),
                PackageContent.of(Json.strings(files)),
                ColumnJson.originTask(result.getString("tasks")),
                result.getString("spec"),
                ColumnJson.lock(result.getString("ext_pr_id")),
                RowReader.time(result, "updated"),
                result.getString("updatedby"));
    }

    /** Takes a revision out of its set. The set's own row stays, so that an emptied set is not an unknown one. */
    public static void remove(Connection connection, String set, CachedRevision revision) throws SQLException {
        remove(connection, set, revision.name(), fingerprint(revision));
    }

    public static void remove(Connection connection, String set, RevisionName name, String fingerprint)
            throws SQLException {
        RevisionWriter.execute(
                connection,
                "DELETE FROM firedrill_rescue.revisions WHERE k8s_name_space = ? AND set_id = ? AND k8s_name = ?"
                        + " AND fingerprint = ?",
                name.namespace(),
                set,
                name.objectName(),
                fingerprint);
    }

    /** What all sets keep of revisions of these names, apart from their contents. */
    static List<RescuedMetadata> metadata(Connection connection, String namespace, Collection<String> names)
            throws SQLException {
        List<RescuedMetadata> kept = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT k8s_name_space, set_id, fingerprint, repo_k8s_name, package, workspace, lifecycle, meta, tasks,
                    updated, reason, rescued
                FROM firedrill_rescue.revisions WHERE k8s_name_space = ? AND k8s_name = ANY (?)""")) {
            statement.setString(1, namespace);
            statement.setArray(2, connection.createArrayOf("text", names.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    kept.add(kept(result));
                }
            }
        }
        return kept;
    }

    private static RescuedMetadata kept(ResultSet result) throws SQLException {
        String fingerprint = result.getString("fingerprint");
        return new RescuedMetadata(
                name(result),
                result.getString("set_id"),
                fingerprint,
                fingerprint.substring(0, fingerprint.indexOf('/')),
                Lifecycle.of(result.getString("lifecycle")),
                ColumnJson.metadata(result.getString("meta"), RowReader.time(result, "updated")),
                ColumnJson.originTask(result.getString("tasks")),
                result.getString("reason"),
                RowReader.time(result, "rescued"));
    }

    private static RevisionName name(ResultSet result) throws SQLException {
        PackageName packageName = new PackageName(
                result.getString("k8s_name_space"), result.getString("repo_k8s_name"), result.getString("package"));
        return new RevisionName(packageName, result.getString("workspace"));
    }
}
