package dev.firedrill.reports.site;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.reports.result.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The skew matrix: a grid a fate of the control plane, a row a fate of git, a column a fate of the package cache.
 *
 * @param grids one grid for each fate of the control plane
 */
record Heatmap(List<Grid> grids) {
    private static final List<String> FATES = List.of("intact", "restored to P2", "restored to P1", "lost");

    /** One fate of the control plane. */
    record Grid(String controlPlane, List<String> databases, List<Line> lines) {
        Grid {
            databases = List.copyOf(databases);
            lines = List.copyOf(lines);
        }
    }

    /** One fate of git. */
    record Line(String git, List<Cell> cells) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    /** One combination; its row is null when no scenario stands for it. */
    record Cell(
            String controlPlane,
            String git,
            String database,
            @Nullable Row row) {
        /** held, allowed, forbidden, inconclusive, not-applicable or absent. */
        public String state() {
            if (row == null) {
                return "absent";
            }
            ScenarioResult scenario = row.scenario();
            return switch (scenario.verdict()) {
                case VIOLATED -> "forbidden";
                case INCONCLUSIVE -> "inconclusive";
                case NOT_APPLICABLE -> "not-applicable";
                case HELD -> scenario.loss().changed() == 0 ? "held" : "allowed";
            };
        }

        public int changed() {
            return row == null ? 0 : row.scenario().loss().changed();
        }

        /** How many objects tell what went wrong: those whose fate the rules do not allow. */
        public long forbidden() {
            return row == null ? 0 : row.scenario().forbidden();
        }
    }

    Heatmap {
        grids = List.copyOf(grids);
    }

    static Heatmap of(List<ScenarioResult> scenarios, PageNames names) {
        List<Row> rows = IntStream.range(0, scenarios.size())
                .filter(i -> scenarios.get(i).matrix() != null)
                .mapToObj(i -> new Row(scenarios.get(i), names.of(i)))
                .toList();
        if (rows.isEmpty()) {
            return new Heatmap(List.of());
        }
        List<String> gits = fates(rows, MatrixCell::git);
        List<String> databases = fates(rows, MatrixCell::database);
        List<Grid> grids = new ArrayList<>();
        for (String controlPlane : fates(rows, MatrixCell::controlPlane)) {
            List<Line> lines = gits.stream()
                    .map(git -> new Line(
                            git,
                            databases.stream()
                                    .map(database -> cell(rows, controlPlane, git, database))
                                    .toList()))
                    .toList();
            grids.add(new Grid(controlPlane, databases, lines));
        }
        return new Heatmap(grids);
    }

    public boolean filled() {
        return !grids.isEmpty();
    }

    public List<Cell> cells() {
        return grids.stream()
                .flatMap(grid -> grid.lines().stream())
                .flatMap(line -> line.cells().stream())
                .toList();
    }

    public long count(String state) {
        return cells().stream().filter(cell -> cell.state().equals(state)).count();
    }

    /** How much of the greatest loss of any cell this cell lost, in percent: the more, the darker. */
    public long share(Cell cell) {
        int most = cells().stream().mapToInt(Cell::changed).max().orElse(0);
        return Math.round(100.0 * cell.changed() / Math.max(1, most));
    }

    /** Of several scenarios in one cell the worst is shown. */
    private static Cell cell(List<Row> rows, String controlPlane, String git, String database) {
        @Nullable Row worst = null;
        for (Row row : rows) {
            MatrixCell place = row.scenario().matrix();
            boolean here = place != null
                    && full(place.controlPlane()).equals(controlPlane)
                    && full(place.git()).equals(git)
                    && full(place.database()).equals(database);
            if (here && (worst == null || verdict(row).compareTo(verdict(worst)) > 0)) {
                worst = row;
            }
        }
        return new Cell(controlPlane, git, database, worst);
    }

    private static Verdict verdict(Row row) {
        return row.scenario().verdict();
    }

    private static List<String> fates(List<Row> rows, Function<MatrixCell, String> axis) {
        Set<String> fates = new LinkedHashSet<>(FATES);
        rows.stream()
                .flatMap(row -> Stream.ofNullable(row.scenario().matrix()))
                .map(axis)
                .map(Heatmap::full)
                .forEach(fates::add);
        return List.copyOf(fates);
    }

    private static String full(String fate) {
        return fate.equals("P1") || fate.equals("P2") ? "restored to " + fate : fate;
    }
}
