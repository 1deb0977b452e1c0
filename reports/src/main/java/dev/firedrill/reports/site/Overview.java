package dev.firedrill.reports.site;

import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.CrashPointCount;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Forbidden;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.Tally;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the index shows.
 *
 * @param rows all scenarios
 * @param chapters the same by folder, feature and rule
 * @param roles what stood behind each role
 * @param absent the ids that were planned but have no result
 * @param crashPoints all crash points together; null when none was tried
 * @param took how long the drill took; null when it was cut short
 */
record Overview(
        List<Row> rows,
        List<Chapter> chapters,
        List<Role> roles,
        List<String> absent,
        @Nullable CrashPointCount crashPoints,
        @Nullable Duration took) {
    private static final int FIRST = 3;

    /** Something forbidden, and where it was found. */
    record Victim(Forbidden forbidden, Row row) {}

    /** One role of the environment. */
    record Role(String name, Product product) {}

    Overview {
        rows = List.copyOf(rows);
        chapters = List.copyOf(chapters);
        roles = List.copyOf(roles);
        absent = List.copyOf(absent);
    }

    static Overview of(DrillResult drill, PageNames names) {
        List<ScenarioResult> scenarios = drill.scenarios();
        List<Row> rows = IntStream.range(0, scenarios.size())
                .mapToObj(i -> new Row(scenarios.get(i), names.of(i)))
                .toList();
        Set<String> ran = scenarios.stream().map(ScenarioResult::id).collect(Collectors.toSet());
        List<String> absent =
                drill.planned().stream().filter(id -> !ran.contains(id)).toList();
        Duration took = drill.finishedAt() == null ? null : Duration.between(drill.startedAt(), drill.finishedAt());
        return new Overview(rows, Chapter.of(rows), roles(drill), absent, crashPoints(scenarios), took);
    }

    public long held() {
        return count(Verdict.HELD);
    }

    public long violated() {
        return count(Verdict.VIOLATED);
    }

    public long inconclusive() {
        return count(Verdict.INCONCLUSIVE);
    }

    public long notApplicable() {
        return count(Verdict.NOT_APPLICABLE);
    }

    /** How many scenarios say something of this system. */
    public long applicable() {
        return rows.size() - notApplicable();
    }

    /** What says nothing of this system, or not all that it says of others. */
    public List<Row> unfit() {
        return rows.stream()
                .filter(row -> row.scenario().verdict() == Verdict.NOT_APPLICABLE)
                .toList();
    }

    /** What is forbidden in all scenarios together. */
    public Tally tally() {
        return Tally.of(rows.stream().map(Row::scenario).toList());
    }

    /** The first objects that are not what the rules want, each with the scenario that found it. */
    public List<Victim> victims() {
        return rows.stream()
                .flatMap(row -> row.forbidden().stream().map(one -> new Victim(one, row)))
                .limit(FIRST)
                .toList();
    }

    /** What somebody has to look at, the worst first. */
    public List<Row> attention() {
        return rows.stream()
                .filter(row -> row.scenario().verdict().compareTo(Verdict.NOT_APPLICABLE) > 0)
                .sorted(Comparator.comparing((Row row) -> row.scenario().verdict())
                        .reversed())
                .toList();
    }

    /** The roles that were played by a stand-in. */
    public List<Role> standIns() {
        return roles.stream().filter(role -> !role.product().real()).toList();
    }

    public Objective worstRpo() {
        return worst(Row::rpo);
    }

    public Objective worstRto() {
        return worst(Row::rto);
    }

    /** The longest measured; one that was never reached, and then one that was missed, comes before any that was met, however long that took. */
    private Objective worst(Function<Row, Objective> objective) {
        return rows.stream()
                .map(objective)
                .filter(one -> one.measured() != null || one.never())
                .max(Comparator.comparing(Objective::never)
                        .thenComparing(Objective::missed)
                        .thenComparing(one -> Objects.requireNonNullElse(one.measured(), Duration.ZERO)))
                .orElse(new Objective("", null, null, null, false));
    }

    private long count(Verdict verdict) {
        return rows.stream().filter(row -> row.scenario().verdict() == verdict).count();
    }

    private static @Nullable CrashPointCount crashPoints(List<ScenarioResult> scenarios) {
        return scenarios.stream()
                .flatMap(scenario -> Stream.ofNullable(scenario.crashPoints()))
                .reduce((one, other) -> new CrashPointCount(one.tried() + other.tried(), one.held() + other.held()))
                .orElse(null);
    }

    private static List<Role> roles(DrillResult drill) {
        return List.of(
                new Role("Control plane", drill.environment().controlPlane()),
                new Role("Git", drill.environment().git()),
                new Role("Package cache", drill.environment().database()),
                new Role("Links", drill.environment().links()),
                new Role("System under test", drill.environment().system()));
    }
}
