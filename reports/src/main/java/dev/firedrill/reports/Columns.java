package dev.firedrill.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of the summary table, aligned exactly. The verdict is the last one, so that its colour codes, which have
 * no width, can disturb no alignment.
 */
final class Columns {
    private static final int VERDICT = 14;
    private static final List<String> FIRST = List.of("disaster", "D/P/Published/", "lost", "", "", "");
    private static final List<String> SECOND =
            List.of("CP/git/cache", "DelProposed +ph", "allowed", "forbidden", "RPO", "RTO");

    private final String gap;
    private final boolean nameBeside;
    private final int columns;
    private final int name;
    private final List<Integer> widths;

    private Columns(String gap, boolean nameBeside, int columns, int name, List<Integer> widths) {
        this.gap = gap;
        this.columns = columns;
        this.nameBeside = nameBeside;
        this.name = name;
        this.widths = List.copyOf(widths);
    }

    /** The scenario's name has a column of its own. */
    static Columns beside(int width) {
        List<Integer> widths = List.of(20, 15, 7, 9, 7, 7);
        int others = widths.stream().mapToInt(column -> column + 2).sum() + VERDICT;
        return new Columns("  ", true, width, width - others - 2, widths);
    }

    /** The scenario's name has a line of its own. */
    static Columns below(int width) {
        return new Columns(" ", false, width, width, List.of(17, 15, 7, 9, 6, 6));
    }

    List<String> headings() {
        if (nameBeside) {
            return List.of(cells("", FIRST), cells("scenario", SECOND) + "verdict");
        }
        return List.of("scenario", cells("", FIRST), cells("", SECOND) + "verdict");
    }

    String rule() {
        return "─".repeat(columns);
    }

    Stream<String> row(String scenario, List<String> cells, String verdict) {
        String row = cells(nameBeside ? scenario : "", cells) + verdict;
        return nameBeside ? Stream.of(row) : Stream.of(ConsoleText.fit(scenario, name), row);
    }

    private String cells(String scenario, List<String> cells) {
        List<String> padded = new ArrayList<>();
        if (nameBeside) {
            padded.add(ConsoleText.fit(scenario, name));
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            padded.add(i < 2 ? ConsoleText.fit(cell, widths.get(i)) : ConsoleText.padLeft(cell, widths.get(i)));
        }
        return String.join(gap, padded) + gap;
    }
}
