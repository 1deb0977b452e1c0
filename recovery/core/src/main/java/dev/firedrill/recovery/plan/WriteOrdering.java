package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts writes into an order in which no revision number and no row name is taken twice at any moment, which the database
 * refuses. What cannot be ordered is refused here, for as long as a row that has to stay is in its way.
 */
final class WriteOrdering {
    private final Map<Number, String> numbers = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Want> wants = new ArrayList<>();
    private boolean ordered;
    private final List<Action> granted = new ArrayList<>();

    WriteOrdering(List<CachedRevision> staying) {
        for (CachedRevision row : staying) {
            names.add(row.name().objectName());
            if (row.revision() > 0) {
                numbers.put(
                        new Number(row.name().packageName(), row.revision()),
                        row.name().objectName());
            }
        }
    }

    void want(Action action, int from, int to, RevisionName name) {
        wants.add(new Want(action, from, to, name));
    }

    List<Action> granted() {
        order();
        return granted;
    }

    List<Action> refused() {
        order();
        return wants.stream().map(Want::action).toList();
    }

    private void order() {
        if (ordered) {
            return;
        }
        ordered = true;
        // Rows before newcomers, and low numbers first, so that the latest flag rises once.
        wants.sort(Comparator.comparing((Want want) -> want.action() instanceof Action.Insert)
                .thenComparing(want -> want.name().packageName().path())
                .thenComparing(Want::to)
                .thenComparing(want -> want.name().workspace()));
        boolean progress = true;
        while (progress) {
            progress = wants.removeIf(this::grant);
        }
    }

    private boolean grant(Want want) {
        String row = want.name().objectName();
        PackageName packageName = want.name().packageName();
        Number number = new Number(packageName, want.to());
        boolean numberFree = want.to() <= 0 || numbers.getOrDefault(number, row).equals(row);
        boolean nameFree = !(want.action() instanceof Action.Insert) || !names.contains(row);
        if (!numberFree || !nameFree) {
            return false;
        }
        numbers.remove(new Number(packageName, want.from()), row);
        if (want.to() > 0) {
            numbers.put(number, row);
        }
        names.add(row);
        granted.add(want.action());
        return true;
    }

    private record Number(PackageName packageName, int revision) {}

    private record Want(Action action, int from, int to, RevisionName name) {}
}
