package dev.firedrill.reports;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.ResultFile;
import dev.firedrill.reports.result.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One part of a drill: a folder and the result in it.
 *
 * @param out the folder
 * @param result what it holds
 */
record ShardResult(Path out, DrillResult result) {
    static ShardResult read(Path out) {
        return new ShardResult(out, ResultFile.read(out));
    }

    /** What the part is called in messages: its folder's name, without the machine's path. */
    String name() {
        Path last = out.toAbsolutePath().normalize().getFileName();
        return last == null ? out.toString() : last.toString();
    }

    /** The same part, with evidence where merging put it. */
    ShardResult withEvidenceAt(Map<String, String> moved) {
        List<ScenarioResult> scenarios = result.scenarios().stream()
                .map(scenario -> scenario.toBuilder()
                        .evidence(scenario.evidence().stream()
                                .map(evidence -> moved(evidence, moved))
                                .toList())
                        .build())
                .toList();
        return new ShardResult(out, result.toBuilder().scenarios(scenarios).build());
    }

    private static Evidence moved(Evidence evidence, Map<String, String> moved) {
        String path = moved.getOrDefault(evidence.path(), evidence.path());
        return new Evidence(path, evidence.title(), evidence.sha256());
    }
}
