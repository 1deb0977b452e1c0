package dev.firedrill.reports;

import dev.firedrill.model.LossClass;
import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code metrics.prom}: the figures of a drill in Prometheus' text format, as the text file collector of the node
 * exporter takes them.
 */
final class MetricsFile {
    static final String NAME = "metrics.prom";

    private final StringBuilder text = new StringBuilder();

    private MetricsFile() {}

    /** The file's text. */
    static String text(DrillResult drill) {
        MetricsFile file = new MetricsFile();
        file.write(drill);
        return file.text.toString();
    }

    private void write(DrillResult drill) {
        gauge("firedrill_drill_verdict", "The judgement on the drill: 1 at the verdict that was reached.");
        for (Verdict verdict : Verdict.values()) {
            sample("firedrill_drill_verdict", Map.of("verdict", verdict.text()), drill.verdict() == verdict ? 1 : 0);
        }
        Product system = drill.environment().system();
        gauge("firedrill_system_info", "Which system was judged.");
        sample(
                "firedrill_system_info",
                Map.of("product", system.product(), "version", system.version(), "form", system.form()),
                1);
        Instant finished = Optional.ofNullable(drill.finishedAt()).orElse(drill.startedAt());
        gauge("firedrill_drill_finished_timestamp_seconds", "When the drill ended.");
        sample("firedrill_drill_finished_timestamp_seconds", Map.of(), finished.toEpochMilli() / 1000.0);
        gauge("firedrill_scenarios", "Scenarios by verdict.");
        for (Verdict verdict : Verdict.values()) {
            sample("firedrill_scenarios", Map.of("verdict", verdict.text()), count(drill, verdict));
        }
        gauge("firedrill_scenarios_planned", "Scenarios that were to run.");
        sample("firedrill_scenarios_planned", Map.of(), drill.planned().size());
        objects(drill);
        gauge("firedrill_forbidden_outcomes", "Objects that are not what the rules want, and findings of checks.");
        sample(
                "firedrill_forbidden_outcomes",
                Map.of(),
                Tally.of(drill.scenarios()).forbidden());
        objective("firedrill_rpo_seconds", "Time of writing that was lost, in all stores together.", drill, true);
        objective("firedrill_rto_seconds", "Time from the disaster to the end of the recovery.", drill, false);
    }

    private void objects(DrillResult drill) {
        gauge("firedrill_objects", "What became of the objects of all scenarios.");
        for (LossClass lossClass : LossClass.values()) {
            sample(
                    "firedrill_objects",
                    Map.of("class", lossClass.text()),
                    drill.scenarios().stream()
                            .mapToInt(scenario -> scenario.loss().count(lossClass))
                            .sum());
        }
    }

    private void objective(String name, String help, DrillResult drill, boolean point) {
        gauge(name, help);
        for (ScenarioResult scenario : drill.scenarios()) {
            Duration measured = point ? scenario.rpo().joint() : scenario.rto().total();
            if (measured != null) {
                Map<String, String> labels = new LinkedHashMap<>();
                labels.put("scenario", scenario.id());
                labels.put("verdict", scenario.verdict().text());
                sample(name, labels, measured.toMillis() / 1000.0);
            }
        }
    }

    private static long count(DrillResult drill, Verdict verdict) {
        return drill.scenarios().stream()
                .filter(scenario -> scenario.verdict() == verdict)
                .count();
    }

    private void gauge(String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void sample(String name, Map<String, String> labels, double value) {
        String written = labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                .collect(Collectors.joining(","));
        text.append(name).append(written.isEmpty() ? "" : "{" + written + "}");
        text.append(String.format(Locale.ROOT, value == Math.rint(value) ? " %.0f\n" : " %.3f\n", value));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
