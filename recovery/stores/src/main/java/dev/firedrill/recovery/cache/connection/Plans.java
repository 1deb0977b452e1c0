package dev.firedrill.recovery.cache.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the plans of a session in step with the tables. Triggers and foreign keys keep the plans that a session makes first,
 * and a lost cache is filled by sessions that begin on empty tables: there every index looks as good as another, and one
 * that finds all rows of a namespace would be read for every row that is written later. Planning every execution instead
 * costs as much as executing it, twice for each file. So plans are made anew often at first and now and then later.
 */
public final class Plans {
    private static final int NOW_AND_THEN = 128;

    private final Map<Connection, Integer> writes = new ConcurrentHashMap<>();

    /** To be called before each write of a session. */
    void keepUp(Connection session) throws SQLException {
        int number = writes.merge(session, 1, Integer::sum);
        if (Integer.bitCount(number) == 1 || number % NOW_AND_THEN == 0) {
            try (Statement statement = session.createStatement()) {
                statement.execute("DISCARD PLANS");
            }
        }
    }

    /** The session is over. */
    void forget(Connection session) {
        writes.remove(session);
    }
}
