package dev.firedrill.faults;

import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.role.RewindableByTime;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A package cache whose commits have times that can be read, and that can be put back to any of them. */
public final class DatabasePitr {
    private final RewindableByTime rewindable;
    private final DatabaseAddress address;

    private DatabasePitr(RewindableByTime rewindable, DatabaseAddress address) {
        this.rewindable = rewindable;
        this.address = address;
    }

    /** @throws EnvironmentFailure when this form of the cache can only be put back to points that were kept */
    public static DatabasePitr of(PackageCache cache) {
        if (cache instanceof RewindableByTime rewindable) {
            return new DatabasePitr(rewindable, cache.address());
        }
        throw new EnvironmentFailure(
                "This form of the package cache cannot be put back to a time; use --database embedded for this scenario");
    }

    /** Puts the cache back. */
    public void rewindTo(OffsetDateTime moment) {
        rewindable.rewindTo(moment);
    }

    /** When the marker of {@code point} was committed, by the database's own log of commits. */
    public OffsetDateTime ofMarker(RecoveryPoint point) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                PreparedStatement query = connection.prepareStatement(
                        "select pg_xact_commit_timestamp(xmin) from firedrill.marker where point = ?"
                                + " order by place desc limit 1")) {
            query.setString(1, point.name());
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new EnvironmentFailure("The package cache has no marker of " + point);
                }
                return rows.getObject(1, OffsetDateTime.class);
            }
        } catch (SQLException e) {
            throw new EnvironmentFailure("The package cache does not tell when it committed: " + e.getMessage(), e);
        }
    }
}
