package dev.firedrill.recovery.cache.rows;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Writes package revisions in steps that Porch's triggers allow; the caller owns the transaction. */
public final class RevisionWriter {
    private RevisionWriter() {}

    public static void insert(Connection connection, CachedRevision revision) throws SQLException {
        ColumnText.check(revision);
        insertPackage(connection, revision);
        insertRow(connection, revision, "");
        if (revision.revision() > 0 && !revision.lifecycle().isPublished()) {
            // Every other insert leaves the flag where it belongs: the trigger puts it on a published row that is the
            // highest.
            fixLatest(connection, revision.name().packageName());
        }
    }

    /** Two paths of a repository can have one name with dots; only one of them may have the row. */
    private static void insertPackage(Connection connection, CachedRevision revision) throws SQLException {
        PackageName name = revision.name().packageName();
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH made AS (
                    INSERT INTO packages
                        (k8s_name_space, k8s_name, repo_k8s_name, package_path, meta, spec, updated, updatedby)
                    VALUES (?, ?, ?, ?, '{}', '{}', ?, ?) ON CONFLICT (k8s_name_space, k8s_name) DO NOTHING
                    RETURNING k8s_name)
                SELECT repo_k8s_name, package_path FROM packages
                WHERE k8s_name_space = ? AND k8s_name = ? AND NOT EXISTS (SELECT FROM made)""")) {
            bind(
                    statement,
                    name.namespace(),
                    name.rowName(),
                    name.repository(),
                    name.parent(),
                    time(revision.updated()),
                    revision.updatedBy(),
                    name.namespace(),
                    name.rowName());
            try (ResultSet present = statement.executeQuery()) {
                if (present.next()) {
                    refuseSharing(name, present.getString(1), RowReader.text(present, "package_path"));
                }
            }
        }
    }

    private static void refuseSharing(PackageName name, String repository, String parent) {
        if (!(name.repository().equals(repository) && name.parent().equals(parent))) {
            throw new CacheRefused("package " + name.path() + " of repository " + name.repository()
                    + " would share the row " + name.rowName() + " with package " + parent + "/" + name.leaf()
                    + "; rename one of the two.");
        }
    }

    private static void insertRow(Connection connection, CachedRevision revision, String metaBefore)
            throws SQLException {
        // An inserted DeletionProposed row would never become the latest one, so it takes the way that it took in life.
        boolean inTwoSteps = revision.lifecycle() == Lifecycle.DELETION_PROPOSED;
        Lifecycle first = inTwoSteps ? Lifecycle.PUBLISHED : revision.lifecycle();
        RevisionName name = revision.name();
        execute(
                connection,
                """
                INSERT INTO package_revisions (k8s_name_space, k8s_name, package_k8s_name, revision, meta, spec, updated,
                    updatedby, lifecycle, ext_pr_id, tasks, kptfile_status)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                name.namespace(),
                name.objectName(),
                name.packageName().rowName(),
                revision.revision(),
                ColumnJson.meta(name, revision.metadata(), metaBefore),
                ColumnJson.spec(revision),
                time(revision.updated()),
                revision.updatedBy(),
                first.text(),
                ColumnJson.lock(revision.lock()),
                ColumnJson.tasks(revision.originTask()),
                ColumnJson.kptfileStatus(revision));
        if (inTwoSteps) {
            setLifecycle(connection, name, revision.lifecycle());
        }
        insertFiles(connection, revision);
    }

    /**
     * Replaces the row; the caller has seen it as {@code seen}.
     *
     * @throws CacheConflict when the row is gone or was written meanwhile
     */
    public static void update(Connection connection, CachedRevision seen, CachedRevision wanted) throws SQLException {
        ColumnText.check(wanted);
        String metaBefore = lockRow(connection, seen);
        CachedRevision next = wanted.writtenBy(wanted.updatedBy(), later(wanted.updated(), seen.updated()));
        if (mustReinsert(seen, wanted)) {
            deleteRow(connection, seen.name());
            insertRow(connection, next, metaBefore);
        } else {
            if (seen.lifecycle() == Lifecycle.DRAFT && wanted.revision() > 0) {
                setLifecycle(connection, seen.name(), Lifecycle.PROPOSED);
            }
            updateRow(connection, next, metaBefore);
            replaceFiles(connection, seen, next);
        }
        fixLatest(connection, wanted.name().packageName());
    }

    /** Whether no sequence of updates leads from one state to the other. */
    private static boolean mustReinsert(CachedRevision seen, CachedRevision wanted) {
        boolean published = wanted.lifecycle().isPublished();
        if (seen.revision() == 0) {
            return wanted.revision() < 0 || wanted.revision() > 0 && wanted.lifecycle() == Lifecycle.DELETION_PROPOSED;
        }
        // A published row that is wanted as a draft goes on to the trigger, which refuses it.
        return seen.revision() != wanted.revision() && published;
    }

    private static String lockRow(Connection connection, CachedRevision seen) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT meta, updated FROM package_revisions"
                + " WHERE k8s_name_space = ? AND k8s_name = ? FOR UPDATE")) {
            bind(statement, seen.name().namespace(), seen.name().objectName());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new CacheConflict("package revision " + seen.name() + " is gone.");
                }
                if (!RowReader.time(result, "updated").equals(seen.updated())) {
                    throw new CacheConflict("package revision " + seen.name() + " was written meanwhile.");
                }
                return RowReader.text(result, "meta");
            }
        }
    }

    private static void updateRow(Connection connection, CachedRevision next, String metaBefore) throws SQLException {
        RevisionName name = next.name();
        execute(
                connection,
                """
                UPDATE package_revisions SET revision = ?, meta = ?, spec = ?, updated = ?, updatedby = ?, lifecycle = ?,
                    ext_pr_id = ?, tasks = ?, kptfile_status = ?
                WHERE k8s_name_space = ? AND k8s_name = ?""",
                next.revision(),
                ColumnJson.meta(name, next.metadata(), metaBefore),
                ColumnJson.spec(next),
                time(next.updated()),
                next.updatedBy(),
                next.lifecycle().text(),
                ColumnJson.lock(next.lock()),
                ColumnJson.tasks(next.originTask()),
                ColumnJson.kptfileStatus(next),
                name.namespace(),
                name.objectName());
    }

    private static void setLifecycle(Connection connection, RevisionName name, Lifecycle lifecycle)
            throws SQLException {
        execute(
                connection,
                "UPDATE package_revisions SET lifecycle = ? WHERE k8s_name_space = ? AND k8s_name = ?",
                lifecycle.text(),
                name.namespace(),
                name.objectName());
    }

    /** Deletes a row with its files, and its package's row when it was the last. */
    public static void delete(Connection connection, RevisionName name) throws SQLException {
        deleteRow(connection, name);
        PackageName packageName = name.packageName();
        fixLatest(connection, packageName);
        execute(connection, """
                DELETE FROM packages p WHERE p.k8s_name_space = ? AND p.k8s_name = ? AND NOT EXISTS (
                    SELECT FROM package_revisions v
                    WHERE v.k8s_name_space = p.k8s_name_space AND v.package_k8s_name = p.k8s_name)""", packageName.namespace(), packageName.rowName());
    }

    private static void deleteRow(Connection connection, RevisionName name) throws SQLException {
        execute(
                connection,
                "DELETE FROM package_revisions WHERE k8s_name_space = ? AND k8s_name = ?",
                name.namespace(),
                name.objectName());
    }

    /** Leaves the latest flag on the highest published revision alone, where Porch can leave two or none (K18). */
    public static void fixLatest(Connection connection, PackageName name) throws SQLException {
        execute(connection, """
                UPDATE package_revisions v SET latest = NOT v.latest
                WHERE v.k8s_name_space = ? AND v.package_k8s_name = ? AND v.latest IS DISTINCT FROM (
                    v.revision > 0 AND v.revision = (SELECT MAX(o.revision) FROM package_revisions o
                        WHERE o.k8s_name_space = v.k8s_name_space AND o.package_k8s_name = v.package_k8s_name))""", name.namespace(), name.rowName());
    }

    private static void replaceFiles(Connection connection, CachedRevision seen, CachedRevision next)
            throws SQLException {
        if (seen.content().equals(next.content()) && seen.revision() == next.revision()) {
            return;
        }
        execute(
                connection,
                "DELETE FROM resources WHERE k8s_name_space = ? AND k8s_name = ?",
                next.name().namespace(),
                next.name().objectName());
        insertFiles(connection, next);
    }

    private static void insertFiles(Connection connection, CachedRevision revision) throws SQLException {
        PackageContent content = revision.content();
        if (content.files().isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO resources (k8s_name_space, k8s_name, revision, resource_key,"
                        + " resource_value) VALUES (?, ?, ?, ?, ?)")) {
            RevisionName name = revision.name();
            for (Map.Entry<String, String> file : content.files().entrySet()) {
                bind(
                        statement,
                        name.namespace(),
                        name.objectName(),
                        revision.revision(),
                        file.getKey(),
                        file.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Every write has a time of its own, so that the time tells whether a row was written since it was read. */
    private static Instant later(Instant wanted, Instant seen) {
        Instant next = wanted.truncatedTo(ChronoUnit.MICROS);
        return next.isAfter(seen) ? next : seen.plus(1, ChronoUnit.MICROS);
    }

    public static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    public static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
