package dev.firedrill.recovery.cluster;

import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.Variant;
import java.util.List;
import java.util.Map;

/**
 * What one look at the control plane found.
 *
 * @param invalid Repository names that cannot be used, each with one sentence why; their rows are kept
 * @param resourceVersion of the list, to notice a control plane that went back in time
 */
public record ClusterView(
        List<Repository> repositories, List<Variant> variants, Map<String, String> invalid, String resourceVersion) {
    public ClusterView {
        repositories = List.copyOf(repositories);
        variants = List.copyOf(variants);
        invalid = Map.copyOf(invalid);
    }
}
