package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.Store;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What was done: the fate of each store, in words such as {@code intact}, {@code lost}, {@code restored to P1}, {@code restarted}.
 *
 * @param controlPlane what happened to the control plane
 * @param git what happened to git
 * @param database what happened to the package cache
 * @param done what was done besides or instead, as sentences, such as that the orchestrator was killed
 */
@JsonPropertyOrder({"controlPlane", "git", "database", "done"})
public record DisasterReport(String controlPlane, String git, String database, List<String> done) {
    public DisasterReport {
        Objects.requireNonNull(controlPlane, "controlPlane");
        Objects.requireNonNull(git, "git");
        Objects.requireNonNull(database, "database");
        done = Copies.list(done);
    }

    /** Fates that tell all that was done. */
    public DisasterReport(String controlPlane, String git, String database) {
        this(controlPlane, git, database, List.of());
    }

    /** Whether nothing happened to any store, so that only {@link #done()} tells what it was about. */
    public boolean sparesTheStores() {
        return Stream.of(controlPlane, git, database).allMatch("intact"::equals);
    }

    /** All three stores stay as they are. */
    public static DisasterReport none() {
        return new DisasterReport("intact", "intact", "intact");
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
