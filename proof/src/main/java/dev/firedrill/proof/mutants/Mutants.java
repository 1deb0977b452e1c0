package dev.firedrill.proof.mutants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All deliberately wrong recoveries, by name; they stand in a file each by what they damage. */
public final class Mutants {
    private static final List<Mutant> ALL = Stream.of(
                    DecisionMistakes.all(),
                    FactMistakes.all(),
                    CacheMistakes.all(),
                    RescueMistakes.all(),
                    GitMistakes.all(),
                    ClusterMistakes.all(),
                    AnswerMistakes.all(),
                    RequestMistakes.all())
            .flatMap(List::stream)
            .toList();

    private Mutants() {}

    /** All of them, in the order in which they are listed. */
    public static List<Mutant> all() {
        return ALL;
    }

    /**
     * Those that a model of states and contents can tell from the shipped decision; the others damage what only real
     * stores have, such as a column.
     */
    public static List<Mutant> decisions() {
        return DecisionMistakes.all().stream().filter(Mutant::decidesWrongly).toList();
    }

    /** The one with this name. */
    public static Optional<Mutant> named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
