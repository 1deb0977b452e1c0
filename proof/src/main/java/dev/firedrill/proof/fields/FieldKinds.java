package dev.firedrill.proof.fields;

import dev.firedrill.oracle.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that a snapshot reads, one example for each kind of field. */
public final class FieldKinds {
    private FieldKinds() {}

    /**
     * Each kind with one field of it, drawn from {@code seed}.
     *
     * @param namespace the namespace that is recovered
     */
    public static SortedMap<FieldKind, Fact> of(Snapshot snapshot, String namespace, long seed) {
        var all = new TreeMap<FieldKind, List<Fact>>();
        snapshot.facts()
                .forEach((subject, fields) -> fields.forEach((field, value) -> all.computeIfAbsent(
                                FieldKind.of(subject, field, namespace), kind -> new ArrayList<>())
                        .add(new Fact(subject, field, value))));
        var random = new Random(seed);
        var drawn = new TreeMap<FieldKind, Fact>();
        all.forEach((kind, facts) -> drawn.put(kind, facts.get(random.nextInt(facts.size()))));
        return drawn;
    }

    /** Some of the kinds, drawn from {@code seed}. */
    public static List<FieldKind> sample(SortedMap<FieldKind, Fact> kinds, int size, long seed) {
        var shuffled = new ArrayList<>(kinds.keySet());
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.stream().limit(size).sorted().toList();
    }
}
