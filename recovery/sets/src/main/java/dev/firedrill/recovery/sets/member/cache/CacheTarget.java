package dev.firedrill.recovery.sets.member.cache;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.member.MemberTarget;
import dev.firedrill.recovery.sets.member.TargetLook;
import dev.firedrill.recovery.sets.member.TargetLook.State;
import dev.firedrill.recovery.sets.member.cache.CacheDetails.TableRecord;
import dev.firedrill.recovery.sets.problem.SetRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A database that a package cache is restored into. Everything happens in one transaction: whenever it is interrupted, the
 * database is what it was before, and whoever reads it meanwhile sees the old state or the new one.
 */
public final class CacheTarget implements MemberTarget {
    private static final String OTHERS = """
            SELECT count(*), min(nullif(application_name, '')) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
            """;

    private final CacheDatabase database;

    /** A database, which has to exist. */
    public CacheTarget(CacheDatabase database) {
        this.database = database;
    }

    @Override
    public MemberKind kind() {
        return MemberKind.CACHE;
    }

    @Override
    public TargetLook look(ArtefactReader artefacts) {
        CacheDetails details = details(artefacts);
        try (Connection connection = database.connect()) {
            CacheComparison comparison = new CacheComparison(connection, artefacts, details);
            if (comparison.isEmpty()) {
                return inUse(connection, new TargetLook(State.EMPTY, "no table there has a row"));
            }
            if (comparison.differences().isEmpty()) {
                return new TargetLook(State.SAME, details.tables().size() + " tables, all as in the set");
            }
            return inUse(
                    connection,
                    new TargetLook(
                            State.OTHER,
                            "the package cache " + database.url() + " has " + comparison.describe()
                                    + " that are not those of the set"));
        } catch (SQLException e) {
            throw database.failed("looking at", e);
        }
    }

    @Override
    public List<String> restore(ArtefactReader artefacts, boolean replace) {
        CacheDetails details = details(artefacts);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            CacheComparison comparison = new CacheComparison(connection, artefacts, details);
            if (!replace && !comparison.isEmpty()) {
                throw new SetRefused(
                        "the package cache " + database.url() + " has got rows meanwhile; look at it again");
            }
            for (String drop : new SchemaReader(connection).rows(DefinitionQueries.DROPS, details.schemas())) {
                statement.execute(drop);
            }
            run(statement, artefacts, details.before());
            for (TableRecord table : details.tables()) {
                load(connection, artefacts, table);
            }
            run(statement, artefacts, details.after());
            connection.commit();
            statement.execute("ANALYZE");
            connection.commit();
            return List.of();
        } catch (SQLException e) {
            throw database.failed("restoring", e);
        }
    }

    @Override
    public List<String> differences(ArtefactReader artefacts) {
        CacheDetails details = details(artefacts);
        try (Connection connection = database.connect()) {
            return new CacheComparison(connection, artefacts, details).differences();
        } catch (SQLException e) {
            throw database.failed("reading back", e);
        }
    }

    private static CacheDetails details(ArtefactReader artefacts) {
        return SetJson.value(
                artefacts.metadata().details(),
                CacheDetails.class,
                artefacts.metadata().alias() + "/metadata.json");
    }

    /** Who is connected would go on with what it remembers of the old rows. */
    private static TargetLook inUse(Connection connection, TargetLook look) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(OTHERS)) {
            result.next();
            long others = result.getLong(1);
            if (others == 0) {
                return look;
            }
            String who = result.getString(2);
            return new TargetLook(
                    State.IN_USE,
                    others + " other sessions are connected to it" + (who == null ? "" : ", such as " + who)
                            + "; stop them first. " + look.description());
        }
    }

    private static void run(Statement statement, ArtefactReader artefacts, String path) throws SQLException {
        String script = new String(artefacts.bytes(path), StandardCharsets.UTF_8);
        if (!script.isBlank()) {
            statement.execute(script);
        }
    }

    private void load(Connection connection, ArtefactReader artefacts, TableRecord table) throws SQLException {
        try (InputStream rows = artefacts.open(table.rows())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table.definition().copyIn(), rows);
        } catch (IOException e) {
            throw database.failed("loading " + table.definition().qualified() + " into", e);
        }
    }
}
