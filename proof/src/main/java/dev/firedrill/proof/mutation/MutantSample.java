package dev.firedrill.proof.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Mutants drawn at random.
 *
 * @param drawn the ones to try, in the order in which they were drawn
 * @param all how many mutants there are
 * @param reached how many of them lie on a line that a scenario reaches
 */
record MutantSample(List<BytecodeMutant> drawn, int all, int reached) {
    MutantSample {
        drawn = List.copyOf(drawn);
    }

    /** Draws from what is reached; a larger sample of the same seed begins with the smaller one. */
    static MutantSample draw(List<BytecodeMutant> all, Reach reach, int size, long seed) {
        List<BytecodeMutant> reached =
                new ArrayList<>(all.stream().filter(reach::reaches).toList());
        Collections.shuffle(reached, new Random(seed));
        return new MutantSample(reached.subList(0, Math.min(size, reached.size())), all.size(), reached.size());
    }
}
