package dev.firedrill.environments.role;

import java.util.Map;

/** The ability to show what the processes behind a role have logged. */
public interface HasLogs {
    /**
     * Everything that was logged since the present processes were started, by the name of the process. Secrets may stand
     * in it.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when a log cannot be read
     */
    Map<String, String> logs();
}
