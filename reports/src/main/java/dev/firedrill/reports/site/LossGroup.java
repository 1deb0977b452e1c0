package dev.firedrill.reports.site;

import dev.firedrill.model.LossClass;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The objects of one class in a loss list; what the rules do not allow comes first.
 *
 * @param lossClass the class
 * @param count how many objects are of it, listed or not
 * @param items those that are listed
 */
record LossGroup(LossClass lossClass, int count, List<LossItem> items) {
    private static final int LONG = 12;

    LossGroup {
        items = List.copyOf(items);
    }

    static List<LossGroup> of(Loss loss) {
        return Loss.GRAVEST_FIRST.stream()
                .map(lossClass -> new LossGroup(lossClass, loss.count(lossClass), items(loss, lossClass)))
                .filter(group -> !group.items().isEmpty())
                .sorted(Comparator.comparing((LossGroup group) -> group.forbidden() == 0))
                .toList();
    }

    public long forbidden() {
        return items.stream().filter(item -> !item.allowed()).count();
    }

    /** Whether the group is unfolded from the start: short ones are, and the forbidden part never hides. */
    public boolean open() {
        return items.size() <= LONG || forbidden() > 0;
    }

    private static List<LossItem> items(Loss loss, LossClass lossClass) {
        Stream<LossItem> items = loss.items().stream().filter(item -> item.lossClass() == lossClass);
        return items.sorted(Comparator.comparing(LossItem::allowed)).toList();
    }
}
