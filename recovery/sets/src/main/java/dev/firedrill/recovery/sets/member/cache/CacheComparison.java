package dev.firedrill.recovery.sets.member.cache;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.member.cache.CacheDetails.TableRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** What a database holds, held against a member: rows by the hash of all of them, definitions by their text. */
final class CacheComparison {
    private final Connection connection;
    private final ArtefactReader artefacts;
    private final CacheDetails details;
    private final SchemaReader reader;

    CacheComparison(Connection connection, ArtefactReader artefacts, CacheDetails details) {
        this.connection = connection;
        this.artefacts = artefacts;
        this.details = details;
        this.reader = new SchemaReader(connection);
    }

    /** Whether no table in the member's schemas has a row; tables alone, as an installation makes them, are nothing to lose. */
    boolean isEmpty() throws SQLException {
        for (TableDefinition table : reader.tables(details.schemas())) {
            if (hasRows(table)) {
                return false;
            }
        }
        return true;
    }

    String describe() throws SQLException {
        int filled = 0;
        for (TableDefinition table : reader.tables(details.schemas())) {
            filled += hasRows(table) ? 1 : 0;
        }
        return filled + " tables with rows";
    }

    List<String> differences() throws SQLException {
        List<String> differences = new ArrayList<>();
        List<TableDefinition> present = reader.tables(details.schemas());
        for (TableRecord table : details.tables()) {
            if (!present.contains(table.definition())) {
                differences.add("the table " + table.definition().qualified() + " is missing or has other columns");
            } else if (!hash(table.definition())
                    .equals(artefacts.entry(table.rows()).plainSha256())) {
                differences.add("the rows of " + table.definition().qualified() + " are not those of the set");
            }
        }
        if (present.size() > details.tables().size()) {
            differences.add("there are tables that the set does not have");
        }
        compare(DefinitionQueries.BEFORE, details.before(), "tables or functions", differences);
        compare(DefinitionQueries.AFTER, details.after(), "keys, checks, indexes, triggers or views", differences);
        return differences;
    }

    private void compare(List<String> queries, String path, String what, List<String> differences) throws SQLException {
        String recorded = new String(artefacts.bytes(path), StandardCharsets.UTF_8);
        if (!reader.script(queries, details.schemas()).equals(recorded)) {
            differences.add("the definitions of " + what + " are not those of the set");
        }
    }

    private boolean hasRows(TableDefinition table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT EXISTS (SELECT FROM " + table.qualified() + ")")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private String hash(TableDefinition table) throws SQLException {
        MessageDigest digest = Hashes.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), out);
        } catch (IOException e) {
            throw new SQLException("reading " + table.qualified() + " failed", e);
        }
        return Hashes.text(digest);
    }
}
