package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.role.RewindableByTime;
import dev.firedrill.vocabulary.DatabaseAddress;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A package cache whose commits have times that can be read, and that can be put back to any of them. */
final class MomentsOfTheCache {
    private final RewindableByTime rewindable;
    private final DatabaseAddress address;

    private MomentsOfTheCache(RewindableByTime rewindable, DatabaseAddress address) {
        this.rewindable = rewindable;
        this.address = address;
    }

    /** @throws LaboratoryBroken when this form of the cache can only be put back to points that were kept */
    static MomentsOfTheCache of(PackageCache cache) {
        if (cache instanceof RewindableByTime rewindable) {
            return new MomentsOfTheCache(rewindable, cache.address());
        }
        throw new LaboratoryBroken(
                "This form of the package cache cannot be put back to a time; use --database embedded for this scenario");
    }

    /** Puts the cache back. */
    void rewindTo(OffsetDateTime moment) {
        rewindable.rewindTo(moment);
    }

    /** When the marker of {@code point} was committed, by the database's own log of commits. */
    OffsetDateTime ofMarker(RecoveryPoint point) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                PreparedStatement query = connection.prepareStatement(
                        "select pg_xact_commit_timestamp(xmin) from firedrill.marker where point = ?"
                                + " order by place desc limit 1")) {
            query.setString(1, point.name());
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new LaboratoryBroken("The package cache has no marker of " + point);
                }
                return rows.getObject(1, OffsetDateTime.class);
            }
        } catch (SQLException e) {
            throw new LaboratoryBroken("The package cache does not tell when it committed: " + e.getMessage(), e);
        }
    }
}
