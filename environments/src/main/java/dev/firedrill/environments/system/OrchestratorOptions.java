package dev.firedrill.environments.system;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the orchestrator process is started.
 *
 * @param broken the name of the deliberately wrong recovery to run instead of the shipped one
 * @param pollInterval how often it looks at its stores without being asked
 * @param more further arguments, such as those that end or pause the process at a step
 */
public record OrchestratorOptions(Optional<String> broken, Duration pollInterval, List<String> more) {
    /** The argument with which a recovery command pushes drafts and proposals to git, or reckons with their branches. */
    public static final String PUSH_DRAFTS = "--push-drafts-to-git";

    public OrchestratorOptions {
        more = List.copyOf(more);
    }

    /** The shipped recovery, looking at its stores every {@code pollInterval} without being asked. */
    public static OrchestratorOptions shipped(Duration pollInterval) {
        return new OrchestratorOptions(Optional.empty(), pollInterval, List.of());
    }

    /** Whether it may be told to stop moving, after which it hears nothing any more. */
    boolean mayStandStill() {
        return more.stream().anyMatch(argument -> argument.startsWith("--pause"));
    }

    /** The same with another recovery. */
    public OrchestratorOptions withBroken(Optional<String> name) {
        return new OrchestratorOptions(name, pollInterval, more);
    }

    /** The same with further arguments. */
    public OrchestratorOptions with(String... arguments) {
        return new OrchestratorOptions(broken, pollInterval, List.of(arguments));
    }
}
