package dev.firedrill.environments.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import dev.firedrill.environments.process.RunLabel;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Removes containers, volumes and networks by their label: those of dead runs at a start, our own at the end. */
final class Sweep {
    private final DockerClient client;

    Sweep(DockerClient client) {
        this.client = client;
    }

    /** Removes what runs left that are not alive any more; what cannot be removed is left to the next sweep. */
    int ofDeadRuns() {
        return of(RunLabel::dead);
    }

    /** Removes everything that bears this label. */
    int of(RunLabel label) {
        return of(label::equals);
    }

    private int of(Predicate<RunLabel> whose) {
        int removed = 0;
        for (Container container : client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(RunLabel.KEY))
                .exec()) {
            removed += removes(
                    whose,
                    container.getLabels(),
                    () -> client.removeContainerCmd(container.getId())
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec());
        }
        for (var volume : client.listVolumesCmd()
                .withFilter("label", List.of(RunLabel.KEY))
                .exec()
                .getVolumes()) {
            removed += removes(
                    whose,
                    volume.getLabels(),
                    () -> client.removeVolumeCmd(volume.getName()).exec());
        }
        for (Network network : client.listNetworksCmd()
                .withFilter("label", List.of(RunLabel.KEY))
                .exec()) {
            removed += removes(
                    whose,
                    network.getLabels(),
                    () -> client.removeNetworkCmd(network.getId()).exec());
        }
        return removed;
    }

    private static int removes(Predicate<RunLabel> whose, @Nullable Map<String, String> labels, Runnable removal) {
        String text = labels == null ? null : labels.get(RunLabel.KEY);
        if (RunLabel.parse(text).filter(whose).isEmpty()) {
            return 0;
        }
        try {
            removal.run();
            return 1;
        } catch (DockerException goneOrHeld) {
            // Another sweep was faster, or something still uses it; the next sweep sees to it.
            return 0;
        }
    }
}
