package dev.firedrill.scenarios.sweep;

import dev.firedrill.model.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which crash points are tried when there is no time for all: kills and cuts by turns, drawn from a seed. */
final class CrashSample {
    private CrashSample() {}

    /** At most {@code most} of {@code all}; the same ones for the same seed. */
    static List<CrashPoint> of(List<CrashPoint> all, int most, Seed seed) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        List<CrashPoint> kills =
                new ArrayList<>(all.stream().filter(CrashPoint::kills).toList());
        List<CrashPoint> cuts =
                new ArrayList<>(all.stream().filter(point -> !point.kills()).toList());
        Random random = seed.random();
        Collections.shuffle(kills, random);
        Collections.shuffle(cuts, random);
        List<CrashPoint> drawn = new ArrayList<>();
        for (int i = 0; drawn.size() < most; i++) {
            take(kills, i, drawn);
            if (drawn.size() < most) {
                take(cuts, i, drawn);
            }
        }
        return drawn;
    }

    private static void take(List<CrashPoint> from, int index, List<CrashPoint> drawn) {
        if (index < from.size()) {
            drawn.add(from.get(index));
        }
    }
}
