package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.vocabulary.Store;
import java.util.Objects;

/**
 * The fate of each store, in words such as {@code intact}, {@code lost}, {@code restored to P1}, {@code restarted}.
 *
 * @param controlPlane what happened to the control plane
 * @param git what happened to git
 * @param database what happened to the package cache
 */
@JsonPropertyOrder({"controlPlane", "git", "database"})
public record Disaster(String controlPlane, String git, String database) {
    public Disaster {
        Objects.requireNonNull(controlPlane, "controlPlane");
        Objects.requireNonNull(git, "git");
        Objects.requireNonNull(database, "database");
    }

    /** All three stores stay as they are. */
    public static Disaster none() {
        return new Disaster("intact", "intact", "intact");
    }

    /** What happened to {@code store}. */
    public String of(Store store) {
        return switch (store) {
            case CONTROL_PLANE -> controlPlane;
            case GIT -> git;
            case DATABASE -> database;
        };
    }
}
