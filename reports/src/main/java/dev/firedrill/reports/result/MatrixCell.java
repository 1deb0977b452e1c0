package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.Fate;
import java.util.Objects;

/**
 * A scenario's place in the skew matrix: one fate a store, in the words of {@link Fate}: {@code intact}, {@code restored
 * to P2}, {@code restored to P1}, {@code lost}.
 *
 * @param controlPlane the fate of the control plane
 * @param git the fate of git
 * @param database the fate of the package cache
 */
@JsonPropertyOrder({"controlPlane", "git", "database"})
public record MatrixCell(String controlPlane, String git, String database) {
    public MatrixCell {
        Objects.requireNonNull(controlPlane, "controlPlane");
        Objects.requireNonNull(git, "git");
        Objects.requireNonNull(database, "database");
    }

    /** The cell of three fates. */
    public static MatrixCell of(Fate controlPlane, Fate git, Fate database) {
        return new MatrixCell(controlPlane.toString(), git.toString(), database.toString());
    }
}
