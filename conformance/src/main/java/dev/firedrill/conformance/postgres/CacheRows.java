package dev.firedrill.conformance.postgres;

import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of a package cache, written and read as the orchestrator does: over the network, as the cache's own role. */
public final class CacheRows {
    private final PackageCache cache;

    public CacheRows(PackageCache cache) {
        this.cache = cache;
    }

    /** Adds a repository. */
    public void add(String name) {
        execute(
                "INSERT INTO repositories (k8s_name_space, k8s_name, directory, default_ws_name, meta, spec)"
                        + " VALUES ('drill', ?, '', 'main', '{}', '{}')",
                name);
    }

    /** Removes a repository. */
    public void remove(String name) {
        execute("DELETE FROM repositories WHERE k8s_name = ?", name);
    }

    /** The names of all repositories. */
    public List<String> names() {
        return column("SELECT k8s_name FROM repositories ORDER BY k8s_name");
    }

    /** One statement in a transaction of its own, with text parameters. */
    public void execute(String command, String... parameters) {
        try (Connection connection = connect(cache.address());
                PreparedStatement statement = connection.prepareStatement(command)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            statement.execute();
        } catch (SQLException refused) {
            throw new EnvironmentFailure(refused.getMessage(), refused);
        }
    }

    /** The first column of what a query finds. */
    public List<String> column(String query) {
        try (Connection connection = connect(cache.address());
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException refused) {
            throw new EnvironmentFailure(refused.getMessage(), refused);
        }
    }

    /** A connection as the cache's own role. */
    public static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }
}
