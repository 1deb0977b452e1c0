package dev.firedrill.proof.mutation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a sample of mutants found.
 *
 * @param build the build that was drilled
 * @param seed what the sample was drawn from
 * @param mutants how many mutants there are
 * @param reached how many of them the scenarios reach
 * @param scenarios how many scenarios there are
 * @param tried the drawn mutants that were tried
 */
public record SightTally(String build, long seed, int mutants, int reached, int scenarios, List<TriedMutant> tried) {
    public SightTally {
        tried = List.copyOf(tried);
    }

    /** How many mutants the scenarios do not reach. */
    public int notReached() {
        return mutants - reached;
    }

    /** How many of the tried had which fate. */
    public Map<MutantFate, Long> counts() {
        return tried.stream().collect(Collectors.groupingBy(TriedMutant::fate, TreeMap::new, Collectors.counting()));
    }

    /** Those of one fate. */
    public List<TriedMutant> of(MutantFate fate) {
        return tried.stream().filter(one -> one.fate() == fate).toList();
    }

    /** The part of those that nobody explained with which a drill was not held, in percent. */
    public double notHeld() {
        return percent(count(MutantFate.CAUGHT) + count(MutantFate.BROKEN));
    }

    /** The part of those that nobody explained with which a drill was violated, in percent. */
    public double violated() {
        return percent(count(MutantFate.CAUGHT));
    }

    private double percent(long part) {
        long unexplained = tried.size() - count(MutantFate.EXPLAINED);
        return unexplained == 0 ? 100 : 100.0 * part / unexplained;
    }

    private long count(MutantFate fate) {
        return counts().getOrDefault(fate, 0L);
    }

    /** The figures as lines for a person. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(String.format(
                "%d mutants, %d of them not reached by the %d scenarios; %d drawn from the other %d with seed %d",
                mutants, notReached(), scenarios, tried.size(), reached, seed));
        Arrays.stream(MutantFate.values())
                .map(fate -> String.format("%4d %s (%s)", count(fate), fate.title(), fate.meaning()))
                .forEach(lines::add);
        lines.add(String.format(
                Locale.ROOT,
                "Of those that are not explained, %.0f %% were not held, %.0f %% violated.",
                notHeld(),
                violated()));
        return lines;
    }
}
