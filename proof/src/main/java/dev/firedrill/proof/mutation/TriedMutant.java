package dev.firedrill.proof.mutation;

import java.util.List;

/**
 * A mutant and what became of it.
 *
 * @param mutant the change
 * @param code the changed line of the source, where the source is there to be read
 * @param fate what became of it
 * @param by the scenario or the test that turned red; empty when none did
 * @param named the objects that the verdict names, or else what it says
 * @param scenarios how many scenarios ran
 * @param millis how long that took
 * @param reason why nothing differs, where somebody wrote that down
 * @param repeat what to type to drill this mutant again
 */
public record TriedMutant(
        BytecodeMutant mutant,
        String code,
        MutantFate fate,
        String by,
        List<String> named,
        int scenarios,
        long millis,
        String reason,
        String repeat) {
    public TriedMutant {
        named = List.copyOf(named);
    }
}
