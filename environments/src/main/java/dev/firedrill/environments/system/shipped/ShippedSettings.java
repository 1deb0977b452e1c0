package dev.firedrill.environments.system.shipped;

import dev.firedrill.model.ClusterAddress;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What is the same for every start of our orchestrator in an environment.
 *
 * @param version its version
 * @param pollInterval how often it looks at its stores without being asked
 * @param definitions brings Porch's definitions into a control plane that does not have them
 */
public record ShippedSettings(String version, Duration pollInterval, Consumer<ClusterAddress> definitions) {}
