package dev.firedrill.proof.mutants;

import dev.firedrill.cli.BrokenRecoveryCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the command line knows of {@link Mutants}. */
public final class MutantCatalogue implements BrokenRecoveryCatalogue {
    @Override
    public Map<String, String> mistakes() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        Mutants.all().forEach(mutant -> mistakes.put(mutant.name(), mutant.mistake()));
        return mistakes;
    }
}
