package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.model.DatabaseAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What stays the same for every life of the database.
 *
 * @param archive the volume that holds bases and archived log; it outlives every container
 * @param port the port on 127.0.0.1
 * @param harnessSecret of the harness's role, which owns the server; never printed
 * @param cacheSecret of the cache's role; never printed
 * @param diskBytes how large the disk below the data is; 0 when it is the engine's
 */
record PostgresSettings(
        Engine engine,
        String image,
        String archive,
        int port,
        String harnessSecret,
        String cacheSecret,
        long diskBytes) {
    /** The harness's role; it keeps out of the tables of the cache. */
    static final String HARNESS = "firedrill";
    /** Where the volume with bases and archived log is mounted. */
    static final String SHELF = "/firedrill";
    /** The role, and the database, of the cache. */
    static final String CACHE = "porch";

    private static final int CONNECT_SECONDS = 10;

    Connection connect() throws SQLException {
        return ContainerSql.connect(port, CACHE, HARNESS, harnessSecret, CONNECT_SECONDS);
    }

    /** A connection to another database of the same server. */
    Connection connectBeside() throws SQLException {
        return ContainerSql.connect(port, "postgres", HARNESS, harnessSecret, CONNECT_SECONDS);
    }

    DatabaseAddress through(InetSocketAddress link) {
        return new DatabaseAddress(
                "jdbc:postgresql://" + link.getHostString() + ":" + link.getPort() + "/" + CACHE, CACHE, cacheSecret);
    }

    @Override
    public String toString() {
        return "PostgresSite[" + image + " at port " + port + "]";
    }
}
