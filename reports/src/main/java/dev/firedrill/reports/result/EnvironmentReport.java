package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.Product;
import java.util.Objects;

/**
 * What stood behind each role of the environment, and whether it was the real thing.
 *
 * @param controlPlane the Kubernetes API
 * @param git the git server
 * @param database the package cache
 * @param links what the orchestrator's connections ran through
 * @param system the orchestrator under test
 */
@JsonPropertyOrder({"controlPlane", "git", "database", "links", "system"})
public record EnvironmentReport(Product controlPlane, Product git, Product database, Product links, Product system) {
    public EnvironmentReport {
        Objects.requireNonNull(controlPlane, "controlPlane");
        Objects.requireNonNull(git, "git");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(links, "links");
        Objects.requireNonNull(system, "system");
    }
}
