package dev.firedrill.scenarios.runner;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What somebody may have meant: known texts by the share of letter pairs that they have in common with what was written. */
public final class DidYouMean {
    private static final double ALIKE = 0.3;

    private DidYouMean() {}

    /** At most {@code most} of {@code known} that are like {@code written}, the nearest first; empty when none is. */
    public static List<String> to(String written, Collection<String> known, int most) {
        return known.stream()
                .distinct()
                .filter(one -> likeness(written, one) >= ALIKE)
                .sorted(Comparator.comparingDouble((String one) -> -likeness(written, one))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** A question to append to a sentence, such as {@code "; did you mean '@S01'?"}; empty when nothing is alike. */
    public static String question(String written, Collection<String> known) {
        List<String> nearest = to(written, known, 3);
        return nearest.isEmpty() ? "" : "; did you mean '" + String.join("' or '", nearest) + "'?";
    }

    /** Sørensen and Dice's measure: 1 for the same pairs, 0 for none in common. */
    private static double likeness(String one, String other) {
        Set<String> ofOne = pairs(one);
        Set<String> common = new HashSet<>(pairs(other));
        int both = ofOne.size() + common.size();
        common.retainAll(ofOne);
        return both == 0 ? 0 : 2.0 * common.size() / both;
    }

    private static Set<String> pairs(String text) {
        String framed = "^" + text.toLowerCase(Locale.ROOT) + "$";
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= framed.length(); i++) {
            pairs.add(framed.substring(i, i + 2));
        }
        return pairs;
    }
}
