package dev.firedrill.recovery.cache.connection;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that make up one transaction. */
@FunctionalInterface
public interface SqlWork<T> {
    T run(Connection connection) throws SQLException;
}
