package dev.firedrill.recovery.sets.member.cache;

import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.Window;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.Taken;
import dev.firedrill.recovery.sets.member.cache.CacheDetails.TableRecord;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.storage.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A package cache as rows: every table of its schemas, read in one snapshot, in the text format of COPY, which gives each
 * value back as it was. It can be restored into any version of PostgreSQL that knows the statements. Owners, privileges and
 * comments are not taken: they are those of the database that it is restored into.
 */
public final class CacheMember implements Member {
    private static final int NAME_LENGTH = 12;
    private static final String MOMENT = """
            SELECT clock_timestamp(), current_setting('server_version'), current_setting('server_encoding'),
                (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END)::text
            """;

    private final CacheDatabase database;
    private final List<String> schemas;

    /** Takes schemas of a database; all that are not the server's own when {@code schemas} is empty. */
    public CacheMember(CacheDatabase database, List<String> schemas) {
        this.database = database;
        this.schemas = List.copyOf(schemas);
    }

    @Override
    public MemberKind kind() {
        return MemberKind.CACHE;
    }

    @Override
    public Taken take(ArtefactWriter artefacts) {
        try (Connection connection = database.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return take(connection, artefacts);
        } catch (SQLException e) {
            throw database.failed("reading", e);
        }
    }

    private Taken take(Connection connection, ArtefactWriter artefacts) throws SQLException {
        Instant at;
        String version;
        String position;
        // The first query takes the snapshot that all others see.
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(MOMENT)) {
            result.next();
            at = result.getObject(1, OffsetDateTime.class).toInstant();
            version = result.getString(2);
            position = result.getString(4);
            requireUtf8(result.getString(3));
        }
        SchemaReader reader = new SchemaReader(connection);
        List<String> chosen = chosen(reader);
        List<TableDefinition> tables = reader.tables(chosen);
        lock(connection, tables);
        requireSupported(reader, chosen);
        String before = write(artefacts, "before.sql", reader.script(DefinitionQueries.BEFORE, chosen));
        List<TableRecord> records = new ArrayList<>();
        for (TableDefinition table : tables) {
            String key = Hashes.of(table.qualified().getBytes(StandardCharsets.UTF_8));
            String name = "t" + key.substring(0, NAME_LENGTH) + ".copy";
            records.add(new TableRecord(table, rows(connection, table, name, artefacts)));
        }
        String after = write(artefacts, "after.sql", reader.script(DefinitionQueries.AFTER, chosen));
        connection.commit();
        CacheDetails details = new CacheDetails(version, position, chosen, before, records, after);
        return new Taken(
                Window.moment(at), SetJson.object(details), CacheCommands.restoring(details, artefacts::relative));
    }

    private List<String> chosen(SchemaReader reader) throws SQLException {
        List<String> present = reader.ownSchemas();
        if (schemas.isEmpty()) {
            return present;
        }
        for (String schema : schemas) {
            if (!present.contains(schema)) {
                throw new StoreUnavailable(
                        "the package cache " + database.url() + " has no schema '" + schema + "'; it has " + present);
            }
        }
        return schemas;
    }

    /** Nobody may change what a table is while its rows are read; rows can be written. */
    private static void lock(Connection connection, List<TableDefinition> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (TableDefinition table : tables) {
                statement.execute("LOCK TABLE " + table.qualified() + " IN ACCESS SHARE MODE");
            }
        }
    }

    private void requireSupported(SchemaReader reader, List<String> chosen) throws SQLException {
        List<String> unsupported = reader.rows(DefinitionQueries.UNSUPPORTED, chosen);
        if (!unsupported.isEmpty()) {
            throw new StoreUnavailable("the package cache " + database.url()
                    + " has what this backup could not restore: " + String.join(", ", unsupported)
                    + ". Choose other schemas by --database-schema, or use pg_dump");
        }
    }

    private void requireUtf8(String encoding) {
        if (!encoding.equals("UTF8")) {
            throw new StoreUnavailable("the package cache " + database.url() + " is encoded in " + encoding
                    + "; only UTF8 can be taken so that every byte comes back");
        }
    }

    private String rows(Connection connection, TableDefinition table, String name, ArtefactWriter artefacts) {
        Content content = out -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), out);
            } catch (SQLException e) {
                throw new IOException("reading the table " + table.qualified() + " failed: " + e.getMessage(), e);
            }
        };
        return artefacts.writeChanged(name, Compression.ZSTD, content).path();
    }

    private static String write(ArtefactWriter artefacts, String name, String script) {
        return artefacts
                .writeChanged(name, Compression.ZSTD, Content.of(script.getBytes(StandardCharsets.UTF_8)))
                .path();
    }
}
