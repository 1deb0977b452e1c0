package dev.firedrill.environments.postgres.existing;

import dev.firedrill.environments.interlock.Target;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The few things that the harness says to a database that is not its own. */
final class ExistingSql {
    private ExistingSql() {}

    static Connection connect(Target.Database database) throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", database.user());
        how.setProperty("password", database.password());
        how.setProperty("connectTimeout", "10");
        how.setProperty("loginTimeout", "10");
        how.setProperty("socketTimeout", "120");
        how.setProperty("ApplicationName", "firedrill");
        return DriverManager.getConnection(database.url(), how);
    }

    /** The first column of what a query finds. */
    static List<String> column(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }
    }

    static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
