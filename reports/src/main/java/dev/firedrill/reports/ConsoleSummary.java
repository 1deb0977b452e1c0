package dev.firedrill.reports;

import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.Counts;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Forbidden;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders results as plain text for a terminal: one line a scenario while a drill runs, and a summary table at its end.
 * Below 128 columns each row of the table stands under its scenario's name, and nothing is narrower than 80.
 */
public final class ConsoleSummary {
    private static final int NARROWEST = 80;
    private static final int NAMES_BESIDE = 128;
    /** So many scenarios have room for their phases in the summary. */
    private static final int FEW = 12;

    /** So many objects are named with their rule. */
    private static final int FIRST = 3;

    private static final String NOTHING = "–";

    private final int width;
    private final boolean colour;

    /**
     * A summary for a terminal.
     *
     * @param width the terminal's columns; fewer than 80 count as 80
     * @param colour whether to use colour: not when the output is no terminal or NO_COLOR is set
     */
    public ConsoleSummary(int width, boolean colour) {
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    /** One line for a scenario that has just ended: mark, name, what was lost, how long it took. */
    public String line(ScenarioResult scenario) {
        String tail = "  " + ConsoleText.padLeft(lossWords(scenario), 22) + "  "
                + ConsoleText.padLeft(duration(scenario.duration()), 7);
        String head = ConsoleText.mark(scenario.verdict()) + " ";
        String name = ConsoleText.fit(scenario.name(), width - ConsoleText.columns(head) - ConsoleText.columns(tail));
        String line = paint(scenario.verdict(), head) + name + tail;
        return scenario.verdict() == Verdict.HELD ? line : line + reason(scenario);
    }

    /** Which system was judged, the table over all scenarios, and the verdict on the drill. */
    public String table(DrillResult drill) {
        Columns columns = width >= NAMES_BESIDE ? Columns.beside(width) : Columns.below(width);
        Stream<String> rows = drill.scenarios().stream().flatMap(scenario -> row(columns, scenario));
        Stream<String> judged = Stream.of(judged(drill.environment().system()));
        return Stream.of(
                        judged, columns.headings().stream(), Stream.of(columns.rule()), rows, Stream.of(columns.rule()))
                .flatMap(lines -> lines)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n" + phases(drill) + conclusion(drill) + "\n"));
    }

    private String judged(Product system) {
        return ConsoleText.fit(
                "Judged: " + system.product() + " " + system.version() + " (" + system.form() + ")", width);
    }

    /** How long each phase of each recovery took; of many scenarios only the report tells that. */
    private String phases(DrillResult drill) {
        List<ScenarioResult> timed = drill.scenarios().stream()
                .filter(scenario -> !scenario.rto().phases().isEmpty())
                .toList();
        if (timed.isEmpty() || drill.scenarios().size() > FEW) {
            return "";
        }
        String all = timed.stream()
                .map(scenario -> ConsoleText.fit(scenario.name(), width).stripTrailing() + phases(scenario))
                .collect(Collectors.joining("\n"));
        return "RTO by phase\n" + all + "\n" + "─".repeat(width) + "\n";
    }

    private String phases(ScenarioResult scenario) {
        StringBuilder lines = new StringBuilder();
        int column = width;
        for (Map.Entry<String, Duration> phase : scenario.rto().phases().entrySet()) {
            String word = phase.getKey() + " " + duration(phase.getValue());
            boolean fits = column + 2 + ConsoleText.columns(word) <= width;
            lines.append(fits ? ", " : "\n    ").append(word);
            column = (fits ? column + 2 : 4) + ConsoleText.columns(word);
        }
        return lines.toString();
    }

    private Stream<String> row(Columns columns, ScenarioResult scenario) {
        Counts counts = scenario.counts();
        List<String> cells = List.of(
                fates(scenario),
                counts == null ? NOTHING : counts.text(),
                number(scenario, scenario.loss().lostAllowed()),
                number(scenario, scenario.forbidden()),
                duration(scenario.rpo().joint()),
                recoveryTime(scenario));
        String verdict = paint(
                scenario.verdict(),
                ConsoleText.mark(scenario.verdict()) + " " + scenario.verdict().text());
        return columns.row(scenario.name(), cells, verdict);
    }

    private String conclusion(DrillResult drill) {
        long unfit = count(drill, Verdict.NOT_APPLICABLE);
        String applying = (drill.scenarios().size() - unfit) + " scenarios" + (unfit == 0 ? "" : " that apply");
        String verdict =
                ConsoleText.mark(drill.verdict()) + " " + drill.verdict().text();
        Tally tally = Tally.of(drill.scenarios());
        String forbidden = tally.forbidden() == 0 ? "" : "; forbidden: " + tally.parts();
        return paint(drill.verdict(), verdict) + ": " + count(drill, Verdict.HELD) + " of " + applying + " held"
                + (unfit == 0 ? "" : "; not applicable: " + unfit) + forbidden + objects(drill);
    }

    private static long count(DrillResult drill, Verdict verdict) {
        return drill.scenarios().stream()
                .filter(scenario -> scenario.verdict() == verdict)
                .count();
    }

    /** The first objects with their rules: who reads nothing else knows what went wrong. */
    private String objects(DrillResult drill) {
        return drill.scenarios().stream()
                .flatMap(scenario -> Forbidden.in(scenario).stream())
                .limit(FIRST)
                .map(forbidden -> hanging(forbidden, "  "))
                .collect(Collectors.joining());
    }

    /** A whole sentence with its rule, the lines after the first one further in. */
    private String hanging(Forbidden forbidden, String indent) {
        return ConsoleText.wrap(forbidden.sentence(), width - indent.length() - 2)
                .collect(Collectors.joining("\n" + indent + "  ", "\n" + indent, ""));
    }

    private String reason(ScenarioResult scenario) {
        List<Forbidden> forbidden = Forbidden.in(scenario);
        if (!forbidden.isEmpty()) {
            return forbidden.stream()
                    .limit(FIRST)
                    .map(one -> hanging(one, "    "))
                    .collect(Collectors.joining());
        }
        String failure = scenario.failure();
        if (failure == null || failure.isBlank()) {
            return "";
        }
        List<String> lines = failure.strip().lines().toList();
        // The first line says what is wrong; what follows it indented is part of that, and the rest is for the report.
        Stream<String> story = lines.stream().skip(1).takeWhile(line -> line.startsWith("  "));
        return Stream.concat(lines.stream().limit(1), story)
                .map(line -> "\n    " + ConsoleText.fit(line, width - 4).stripTrailing())
                .collect(Collectors.joining());
    }

    private static String lossWords(ScenarioResult scenario) {
        if (scenario.forbidden() > 0) {
            return scenario.forbidden() + " forbidden";
        }
        if (!scenario.loss().compared()) {
            return "nothing compared";
        }
        int lost = scenario.loss().lostAllowed();
        return lost == 0 ? "nothing lost" : lost + " lost as allowed";
    }

    private static String number(ScenarioResult scenario, int count) {
        return scenario.loss().compared() || count > 0 ? Integer.toString(count) : NOTHING;
    }

    private static String fates(ScenarioResult scenario) {
        DisasterReport disaster = scenario.disaster();
        if (disaster.sparesTheStores() && !disaster.done().isEmpty()) {
            return String.join("; ", disaster.done());
        }
        return Stream.of(disaster.controlPlane(), disaster.git(), disaster.database())
                .map(fate -> fate.equals("intact") ? "·" : fate.replace("restored to ", ""))
                .collect(Collectors.joining("/"));
    }

    private static String recoveryTime(ScenarioResult scenario) {
        return Boolean.FALSE.equals(scenario.rto().reached())
                ? "never"
                : duration(scenario.rto().total());
    }

    private static String duration(@Nullable Duration duration) {
        return duration == null ? NOTHING : ConsoleText.duration(duration);
    }

    private String paint(Verdict verdict, String text) {
        if (!colour) {
            return text;
        }
        String code = switch (verdict) {
            case HELD -> "32";
            case NOT_APPLICABLE -> "2";
            case INCONCLUSIVE -> "33";
            case VIOLATED -> "31;1";
        };
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
