package dev.firedrill.environments.postgres;

import dev.firedrill.model.DatabaseAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * How to log in to a server of ours, and the few ways in which the harness speaks to one.
 *
 * @param port the port on 127.0.0.1
 * @param user a role
 * @param password its secret; never printed
 */
public record Login(int port, String user, String password) {
    /** The harness's own role; it keeps out of the tables of the cache. */
    public static final String HARNESS = "firedrill";
    /** The role, and the database, of the cache. */
    public static final String CACHE = "porch";

    private static final int CONNECT_SECONDS = 10;
    private static final String ANSWER_SECONDS = "120";

    /** A connection to the cache's database. */
    public Connection connect() throws SQLException {
        return connect(CACHE);
    }

    /** A connection to another database of the same server. */
    public Connection connect(String database) throws SQLException {
        return connect(database, CONNECT_SECONDS);
    }

    /** A connection that is not waited for longer than some seconds. */
    public Connection connect(String database, int seconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(seconds));
        properties.setProperty("loginTimeout", Integer.toString(seconds));
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("ApplicationName", "firedrill");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    /** The cache's database as seen through a link. */
    public DatabaseAddress through(InetSocketAddress link) {
        return through(link, CACHE);
    }

    /** A database of the same server as seen through a link. */
    public DatabaseAddress through(InetSocketAddress link, String database) {
        return new DatabaseAddress(
                "jdbc:postgresql://" + link.getHostString() + ":" + link.getPort() + "/" + database, user, password);
    }

    /** The only value of the only row of a query; a missing one, and {@code null}, is {@code ""}. */
    public static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }

    /** Runs a command that answers nothing. */
    public static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public String toString() {
        return "Login[" + user + " at port " + port + "]";
    }
}
