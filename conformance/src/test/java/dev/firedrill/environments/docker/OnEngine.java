package dev.firedrill.environments.docker;

import dev.firedrill.environments.process.RunLabel;
import java.util.List;

/** What there is on the engine, and volumes that look like those of another run. */
final class OnEngine {
    private OnEngine() {}

    /** Makes a volume that bears the label of a run, which need not be ours. */
    static String volume(Engine engine, RunLabel label) {
        String name = engine.newName("left");
        engine.client()
                .createVolumeCmd()
                .withName(name)
                .withLabels(label.asMap())
                .exec();
        return name;
    }

    /** The names of all volumes. */
    static List<String> volumes(Engine engine) {
        return engine.client().listVolumesCmd().exec().getVolumes().stream()
                .map(volume -> volume.getName())
                .toList();
    }

    /** The ids of a run's containers, whether they run or not. */
    static List<String> containersOf(Engine engine, RunLabel label) {
        return engine.client().listContainersCmd().withShowAll(true).withLabelFilter(label.asMap()).exec().stream()
                .map(container -> container.getId())
                .toList();
    }
}
