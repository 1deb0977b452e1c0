package dev.firedrill.proof.mutation;

import java.util.Comparator;

/**
 * A line of the recovery's source.
 *
 * @param className the full name of the class that its bytecode is in
 * @param line its number
 */
record ClassLine(String className, int line) implements Comparable<ClassLine> {
    private static final Comparator<ClassLine> ORDER =
            Comparator.comparing(ClassLine::className).thenComparingInt(ClassLine::line);

    @Override
    public int compareTo(ClassLine other) {
        return ORDER.compare(this, other);
    }
}
