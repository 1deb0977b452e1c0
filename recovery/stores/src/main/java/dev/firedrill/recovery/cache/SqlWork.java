package dev.firedrill.recovery.cache;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that make up one transaction. */
@FunctionalInterface
interface SqlWork<T> {
    T run(Connection connection) throws SQLException;
}
