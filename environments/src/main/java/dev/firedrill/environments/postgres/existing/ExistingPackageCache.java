package dev.firedrill.environments.postgres.existing;

import dev.firedrill.environments.interlock.Guard;
import dev.firedrill.environments.interlock.Interlock;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.environments.role.KeptPoints;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The package cache as a database of somebody else's PostgreSQL, of which nothing is asked but an empty database with its
 * owner's login. Losing drops what is in it; the server's process, its disk and its log are not ours. Closing leaves the
 * database as it was found. Safe for use by several threads.
 */
public final class ExistingPackageCache implements PackageCache {
    private static final int POSTGRESQL = 5432;
    private static final String TABLES = "/dev/firedrill/environments/postgres/process/package-cache.sql";

    private final Target.Database database;
    private final MarkedDatabase store;
    private final Guard guard;
    private final String version;
    private final KeptPoints<KeptTables> points = new KeptPoints<>("the package cache");
    private boolean closed;

    private ExistingPackageCache(Target.Database database) {
        this.database = database;
        store = new MarkedDatabase(database);
        guard = new Guard(store);
        guard.claim();
        boolean taken = false;
        try {
            version = store.call(
                    "read the version",
                    connection -> ExistingSql.column(connection, "SHOW server_version")
                            .get(0)
                            .replaceFirst(" .*", ""));
            store.change("make the tables of the package cache", ExistingPackageCache::makeTables);
            taken = true;
        } finally {
            if (!taken) {
                close();
            }
        }
    }

    /**
     * Takes the target's database.
     *
     * @throws Refused when it holds anything
     * @throws EnvironmentFailure when it cannot be used
     */
    public static ExistingPackageCache open(Interlock interlock) {
        return new ExistingPackageCache(
                Interlock.required(interlock.target().database(), "package cache", "database.url and its login"));
    }

    @Override
    public Product product() {
        return new Product("existing", "PostgreSQL", version, true);
    }

    @Override
    public DatabaseAddress address() {
        return new DatabaseAddress(database.url(), database.user(), database.password());
    }

    @Override
    public InetSocketAddress endpoint() {
        URI where = database.uri();
        return InetSocketAddress.createUnresolved(where.getHost(), where.getPort() < 0 ? POSTGRESQL : where.getPort());
    }

    @Override
    public DatabaseAddress addressThrough(InetSocketAddress link) {
        if (link.equals(endpoint())) {
            return address();
        }
        String moved =
                database.url().replaceFirst("//[^/]+/", "//" + link.getHostString() + ":" + link.getPort() + "/");
        return new DatabaseAddress(moved, database.user(), database.password());
    }

    @Override
    public synchronized String incarnation() {
        return store.call(
                        "read the identity",
                        connection -> ExistingSql.column(
                                        connection,
                                        "SELECT oid || '/' || to_regclass('" + MarkedDatabase.SCHEMA
                                                + ".marker')::oid FROM pg_database WHERE datname = current_database()")
                                .get(0))
                + "/" + guard.incarnation();
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        points.requireNew(point);
        KeptTables tables = new KeptTables(points.size() + 1);
        store.change("keep recovery point " + point, tables::keep);
        points.put(point, tables);
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        KeptTables tables = points.get(point);
        replace("put back", tables::putBack);
    }

    @Override
    public synchronized void lose() {
        replace("lose", connection -> {});
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            guard.require("clear");
            store.wipe();
            store.unplant();
        }
    }

    private void replace(String act, MarkedDatabase.DatabaseChange fill) {
        guard.require(act);
        store.change(act + " what is", connection -> {
            store.drop(connection);
            makeTables(connection);
            fill.on(connection);
        });
        guard.renew();
    }

    private static void makeTables(Connection connection) throws SQLException, IOException {
        try (InputStream script = ExistingPackageCache.class.getResourceAsStream(TABLES)) {
            if (script == null) {
                throw new EnvironmentFailure(
                        "The tables of the package cache are not in this build of Firedrill; build it again");
            }
            ExistingSql.execute(connection, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
