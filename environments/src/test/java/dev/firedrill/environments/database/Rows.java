package dev.firedrill.environments.database;

import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.vocabulary.DatabaseAddress;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Repository rows of a package cache, written and read as the orchestrator does: over the network. */
final class Rows {
    private final PackageCache cache;

    Rows(PackageCache cache) {
        this.cache = cache;
    }

    void add(String name) {
        change("INSERT INTO repositories (k8s_name_space, k8s_name) VALUES ('drill', ?)", name);
    }

    void remove(String name) {
        change("DELETE FROM repositories WHERE k8s_name = ?", name);
    }

    List<String> names() {
        return column("SELECT k8s_name FROM repositories ORDER BY k8s_name");
    }

    List<String> column(String query) {
        try (Connection connection = connect(cache.address());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException refused) {
            throw new LaboratoryBroken(query, refused);
        }
    }

    private void change(String command, String name) {
        try (Connection connection = connect(cache.address());
                PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, name);
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new LaboratoryBroken(command, refused);
        }
    }

    static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }
}
