package dev.firedrill.recovery.sets.member.cache;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what a database consists of, within the caller's transaction. */
final class SchemaReader {
    private static final String OWN_SCHEMAS = """
            SELECT nspname FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1
            """;

    private static final String COLUMNS = """
            SELECT n.nspname, c.relname,
                ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
                    AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND c.relkind = 'r' AND NOT EXISTS (
                SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            ORDER BY n.nspname, c.relname
            """;

    private final Connection connection;

    SchemaReader(Connection connection) {
        this.connection = connection;
    }

    /** The schemas that are not the server's own. */
    List<String> ownSchemas() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(OWN_SCHEMAS)) {
            return texts(result);
        }
    }

    List<String> rows(String query, List<String> schemas) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, array(schemas));
            try (ResultSet result = statement.executeQuery()) {
                return texts(result);
            }
        }
    }

    /** The statements of several queries, in their order, as a script. */
    String script(List<String> queries, List<String> schemas) throws SQLException {
        StringBuilder script = new StringBuilder();
        for (String query : queries) {
            for (String statement : rows(query, schemas)) {
                script.append(statement).append(";\n");
            }
        }
        return script.toString();
    }

    List<TableDefinition> tables(List<String> schemas) throws SQLException {
        List<TableDefinition> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setArray(1, array(schemas));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    String[] columns = (String[]) result.getArray(3).getArray();
                    tables.add(new TableDefinition(result.getString(1), result.getString(2), List.of(columns)));
                }
            }
        }
        return tables;
    }

    private Array array(List<String> schemas) throws SQLException {
        return connection.createArrayOf("text", schemas.toArray());
    }

    private static List<String> texts(ResultSet result) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (result.next()) {
            texts.add(result.getString(1));
        }
        return texts;
    }
}
