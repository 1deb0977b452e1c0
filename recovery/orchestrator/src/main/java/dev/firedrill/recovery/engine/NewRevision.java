package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.OwnerReference;
import java.util.List;
import java.util.Map;

/**
 * A wish for a new draft.
 *
 * @param context values for the package's {@code package-context.yaml}
 */
public record NewRevision(
        String repository,
        String packageName,
        String workspace,
        Task task,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<OwnerReference> owners,
        List<String> finalizers,
        List<String> readinessGates,
        Map<String, String> context) {
    public NewRevision {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        owners = List.copyOf(owners);
        finalizers = List.copyOf(finalizers);
        readinessGates = List.copyOf(readinessGates);
        context = Map.copyOf(context);
    }
}
