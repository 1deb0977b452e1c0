package dev.firedrill.recovery.model;

import java.util.List;
import java.util.Map;

/**
 * What one look at the control plane found.
 *
 * @param invalid Repository names that cannot be used, each with one sentence why; their rows are kept
 * @param notActedOn names of objects that nothing is done for, each with one sentence
 * @param resourceVersion of the list, to notice a control plane that went back in time
 */
public record ClusterView(
        List<Repository> repositories,
        List<Variant> variants,
        Map<String, String> invalid,
        Map<String, String> notActedOn,
        String resourceVersion) {
    /** A control plane in which everything is acted on. */
    public ClusterView(
            List<Repository> repositories,
            List<Variant> variants,
            Map<String, String> invalid,
            String resourceVersion) {
        this(repositories, variants, invalid, Map.of(), resourceVersion);
    }

    public ClusterView {
        notActedOn = Map.copyOf(notActedOn);
        repositories = List.copyOf(repositories);
        variants = List.copyOf(variants);
        invalid = Map.copyOf(invalid);
    }
}
