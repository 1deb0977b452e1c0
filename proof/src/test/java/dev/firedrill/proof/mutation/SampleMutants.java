package dev.firedrill.proof.mutation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Mutants and scenarios for tests, made by hand. */
final class SampleMutants {
    static final String CLASS = "dev.firedrill.recovery.plan.Rules";

    private SampleMutants() {}

    static BytecodeMutant onLine(int line) {
        return new BytecodeMutant(CLASS, "decide", "()V", line, line, "VoidMethodCallMutator", "removed call to act");
    }

    static List<BytecodeMutant> onLines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(SampleMutants::onLine).toList();
    }

    static Reach.OfScenario reaching(long millis, Integer... lines) {
        return new Reach.OfScenario(millis, Map.of(CLASS, Set.of(lines)));
    }

    static TriedMutant tried(BytecodeMutant mutant, MutantFate fate) {
        return new TriedMutant(mutant, "act();", fate, "", List.of(), 1, 1000, "", "./firedrill drill");
    }
}
