package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wish for a change of a package revision: all that users may change, as it is to be afterwards.
 *
 * @param version the resource version that the wish was made from; without one it applies to any version
 * @param readinessGates empty to keep those that are there
 * @param identity repository, package, workspace and revision as the wish has them, which cannot change
 */
public record Change(
        Optional<String> version,
        Optional<String> uid,
        Identity identity,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<OwnerReference> owners,
        List<String> finalizers,
        Optional<List<String>> readinessGates,
        Lifecycle lifecycle) {
    public Change {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        owners = List.copyOf(owners);
        finalizers = List.copyOf(finalizers);
        readinessGates = readinessGates.map(List::copyOf);
    }

    /**
     * What a package revision is and cannot stop being.
     *
     * @param revision empty when the wish does not say
     */
    public record Identity(String repository, String packageName, String workspace, Optional<Integer> revision) {}
}
