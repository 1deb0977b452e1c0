package dev.firedrill.recovery.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.ClusterRefused;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a single pass found into the Repositories. The time of the last synchronisation moves when rows changed or
 * when the Repository asks for it; a pass that had nothing to do writes nothing.
 */
public final class StatusReports {
    private final Cluster cluster;

    public StatusReports(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Writes all that can be written; what the control plane does not accept for one of them is returned, a sentence each. */
    public List<String> write(PassResult result) {
        List<String> refused = new ArrayList<>();
        for (RepositoryOutcome outcome : result.repositories()) {
            if (outcome.repository().deleting()) {
                continue;
            }
            RepositoryStatus status = outcome.status();
            boolean fresh = outcome.aligned() && (outcome.changed() || asksForIt(outcome.repository()));
            try {
                cluster.report(
                        outcome.repository(),
                        new RepositoryStatus(
                                status.ready(),
                                status.reason(),
                                status.message(),
                                status.packageCount(),
                                status.gitCommitHash(),
                                fresh));
            } catch (ClusterRefused e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        return refused;
    }

    private static boolean asksForIt(Repository repository) {
        JsonNode status =
                Json.objectIn(repository.json()).orElseGet(Json::object).path("status");
        boolean newGeneration = status.path("observedGeneration").asLong() != repository.generation();
        boolean once = repository
                .runOnceAt()
                .filter(at -> !at.equals(status.path("observedRunOnceAt").asText()))
                .isPresent();
        return newGeneration || once;
    }
}
