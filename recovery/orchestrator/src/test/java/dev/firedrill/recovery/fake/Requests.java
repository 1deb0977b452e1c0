package dev.firedrill.recovery.fake;

import dev.firedrill.recovery.engine.Change;
import dev.firedrill.recovery.engine.NewRevision;
import dev.firedrill.recovery.engine.Task;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests of users that tests make again and again. */
public final class Requests {
    private Requests() {}

    public static NewRevision init(String repository, String path, String workspace) {
        return wish(repository, path, workspace, new Task.Init("a test", "", List.of()));
    }

    public static NewRevision wish(String repository, String path, String workspace, Task task) {
        return new NewRevision(
                repository, path, workspace, task, Map.of(), Map.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /** A change that changes nothing but the lifecycle. */
    public static Change change(CachedRevision row, Lifecycle lifecycle) {
        return change(row, row.metadata().labels(), row.metadata().finalizers(), lifecycle);
    }

    public static Change change(
            CachedRevision row, Map<String, String> labels, List<String> finalizers, Lifecycle lifecycle) {
        return new Change(
                Optional.empty(),
                Optional.empty(),
                new Change.Identity(
                        row.name().repository(),
                        row.name().packageName().path(),
                        row.name().workspace(),
                        Optional.empty()),
                labels,
                row.metadata().annotations(),
                row.metadata().owners(),
                finalizers,
                Optional.empty(),
                lifecycle);
    }
}
