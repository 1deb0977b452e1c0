package dev.firedrill.environments.postgres.process;

import dev.firedrill.model.DatabaseAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * How to log in to a server of ours.
 *
 * @param port the port on 127.0.0.1
 * @param user a role
 * @param password its secret; never printed
 */
record Login(int port, String user, String password) {
    /** The harness's own role; it keeps out of the tables of the cache. */
    static final String HARNESS = "firedrill";
    /** The role, and the database, of the cache. */
    static final String CACHE = "porch";

    private static final String CONNECT_SECONDS = "10";
    private static final String ANSWER_SECONDS = "120";

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("ApplicationName", "firedrill");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    DatabaseAddress through(InetSocketAddress link) {
        return through(link, CACHE);
    }

    DatabaseAddress through(InetSocketAddress link, String database) {
        return new DatabaseAddress(
                "jdbc:postgresql://" + link.getHostString() + ":" + link.getPort() + "/" + database, user, password);
    }

    /** The only value of the only row of a query; {@code null} values come as {@code ""}. */
    static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            String value = row.getString(1);
            return value == null ? "" : value;
        }
    }

    static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public String toString() {
        return "Login[" + user + " at port " + port + "]";
    }
}
