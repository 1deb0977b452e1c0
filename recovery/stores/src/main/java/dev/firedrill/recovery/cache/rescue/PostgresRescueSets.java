package dev.firedrill.recovery.cache.rescue;

import dev.firedrill.recovery.cache.connection.Connections;
import dev.firedrill.recovery.cache.rows.RevisionWriter;
import dev.firedrill.recovery.cache.rows.RowReader;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RescueSet;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RescuedRevision;
import dev.firedrill.recovery.model.Restoration;
import dev.firedrill.recovery.model.Returned;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.RescueSets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rescue sets of one namespace, in the database of the package cache. */
public final class PostgresRescueSets implements RescueSets {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final int LONGEST_LABEL = 63;

    private final Connections connections;
    private final String namespace;
    private final Clock clock;

    public PostgresRescueSets(Connections connections, String namespace, Clock clock) {
        this.connections = connections;
        this.namespace = namespace;
        this.clock = clock;
    }

    @Override
    public List<RescueSet> list() {
        return connections.read(connection -> RescueTables.exist(connection) ? sets(connection) : List.of());
    }

    private List<RescueSet> sets(Connection connection) throws SQLException {
        List<RescueSet> sets = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT s.id, s.opened, s.finished, COUNT(r.k8s_name) AS size FROM firedrill_rescue.sets s
                LEFT JOIN firedrill_rescue.revisions r ON r.k8s_name_space = s.k8s_name_space AND r.set_id = s.id
                WHERE s.k8s_name_space = ? GROUP BY s.id, s.opened, s.finished
                HAVING COUNT(r.k8s_name) > 0 OR NOT s.finished ORDER BY s.opened, s.id""")) {
            statement.setString(1, namespace);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    sets.add(new RescueSet(
                            result.getString("id"),
                            RowReader.time(result, "opened"),
                            result.getBoolean("finished"),
                            result.getInt("size")));
                }
            }
        }
        return sets;
    }

    @Override
    public boolean knows(String set) {
        String sql = "SELECT FROM firedrill_rescue.sets WHERE k8s_name_space = ? AND id = ?";
        return connections.read(
                connection -> RescueTables.exist(connection) && exists(connection, sql, namespace, set));
    }

    @Override
    public List<RescuedRevision> show(String set) {
        return connections.read(connection ->
                RescueTables.exist(connection) ? RescueTables.read(connection, namespace, set) : List.of());
    }

    @Override
    public List<String> newest(int most) {
        return connections.read(
                connection -> RescueTables.exist(connection) ? newest(connection, most) : List.<String>of());
    }

    private List<String> newest(Connection connection, int most) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT k8s_name FROM firedrill_rescue.revisions WHERE k8s_name_space = ?
                GROUP BY k8s_name ORDER BY MAX(rescued) DESC, k8s_name COLLATE "C" DESC LIMIT ?""")) {
            statement.setString(1, namespace);
            statement.setInt(2, most);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    names.add(0, result.getString("k8s_name"));
                }
            }
        }
        return names;
    }

    @Override
    public List<RescuedMetadata> metadata(Set<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return connections.read(connection ->
                RescueTables.exist(connection) ? RescueTables.metadata(connection, namespace, names) : List.of());
    }

    @Override
    public Optional<String> unfinished() {
        return connections.read(
                connection -> RescueTables.exist(connection) ? unfinished(connection) : Optional.<String>empty());
    }

    private Optional<String> unfinished(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id FROM firedrill_rescue.sets WHERE k8s_name_space = ? AND NOT finished ORDER BY opened, id")) {
            statement.setString(1, namespace);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getString("id")) : Optional.empty();
            }
        }
    }

    @Override
    public void finish(String set) {
        String open = "SELECT FROM firedrill_rescue.sets WHERE k8s_name_space = ? AND id = ? AND NOT finished";
        boolean isOpen = connections.read(
                connection -> RescueTables.exist(connection) && exists(connection, open, namespace, set));
        if (isOpen) {
            connections.write(connection -> RevisionWriter.execute(
                    connection,
                    "UPDATE firedrill_rescue.sets SET finished = TRUE WHERE k8s_name_space = ? AND id = ?",
                    namespace,
                    set));
        }
    }

    @Override
    public Returned restore(String set, Set<String> names) {
        List<Restoration> restored = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (RescuedRevision rescued : show(set)) {
            CachedRevision revision = rescued.revision();
            if (names.isEmpty() || names.contains(revision.name().objectName())) {
                try {
                    connections
                            .<Optional<Restoration>>write(connection -> restore(connection, set, revision))
                            .ifPresent(restored::add);
                } catch (CacheRefused | CacheConflict | CacheUnavailable e) {
                    left.add(revision.name().objectName() + ": " + e.getMessage());
                }
            }
        }
        return new Returned(restored, left);
    }

    private Optional<Restoration> restore(Connection connection, String set, CachedRevision revision)
            throws SQLException {
        RevisionName was = revision.name();
        if (!stillThere(connection, set, was)) {
            return Optional.empty();
        }
        requireRepository(connection, was);
        RevisionName now = freeName(connection, was);
        String directory = now.packageName().path();
        String ref = "drafts/" + directory + "/" + now.workspace();
        Metadata old = revision.metadata();
        CachedRevision draft = new CachedRevision(
                now,
                0,
                Lifecycle.DRAFT,
                false,
                Metadata.none(clock.instant()).withLabels(old.labels()).withAnnotations(old.annotations()),
                revision.content(),
                revision.originTask(),
                "",
                new GitLock(revision.lock().repository(), directory, ref, GitLock.NOT_PUSHED),
                clock.instant(),
                "firedrill-rescue");
        RevisionWriter.insert(connection, draft);
        RescueTables.remove(connection, set, revision);
        return Optional.of(new Restoration(was, now));
    }

    private boolean stillThere(Connection connection, String set, RevisionName name) throws SQLException {
        return exists(
                connection,
                "SELECT FROM firedrill_rescue.revisions WHERE k8s_name_space = ? AND set_id = ? AND k8s_name = ?"
                        + " FOR UPDATE",
                namespace,
                set,
                name.objectName());
    }

    private void requireRepository(Connection connection, RevisionName name) throws SQLException {
        String sql = "SELECT FROM repositories WHERE k8s_name_space = ? AND k8s_name = ?";
        if (!exists(connection, sql, namespace, name.repository())) {
            throw new CacheRefused("repository " + name.repository() + " has no row in the package cache, so "
                    + name.objectName() + " cannot come back; register the Repository first.");
        }
    }

    private RevisionName freeName(Connection connection, RevisionName was) throws SQLException {
        PackageName packageName = was.packageName();
        String base = LABEL.matcher(was.workspace()).matches() ? was.workspace() : label(was.workspace());
        String sql = "SELECT FROM package_revisions WHERE k8s_name_space = ? AND k8s_name = ?";
        RevisionName candidate = new RevisionName(packageName, base);
        for (int n = 1; exists(connection, sql, namespace, candidate.objectName()); n++) {
            String suffix = n == 1 ? "-rescued" : "-rescued-" + n;
            String stem = base.substring(0, Math.min(base.length(), LONGEST_LABEL - suffix.length()));
            candidate = new RevisionName(packageName, stem + suffix);
        }
        return candidate;
    }

    /** Workspaces that came from tags need not be labels, but those of drafts must. */
    private static String label(String workspace) {
        String text = workspace.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = text.substring(0, Math.min(text.length(), LONGEST_LABEL)).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "rescued" : cut;
    }

    private static boolean exists(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            RevisionWriter.bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
