package dev.firedrill.scenarios.options;

import java.net.URI;
import java.util.List;

/**
 * A scenario that is to run.
 *
 * @param id the same over edits and on every machine
 * @param feature the file that it stands in
 * @param line where it stands there today
 * @param tags its tags
 */
public record PlannedScenario(String id, URI feature, int line, List<String> tags) {
    public PlannedScenario {
        tags = List.copyOf(tags);
    }

    /** What selects it, and no other, on the command line. */
    public String place() {
        return feature + ":" + line;
    }
}
